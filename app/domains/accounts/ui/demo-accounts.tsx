import { demoPassword, demoRoleOf } from '#app/domains/accounts/demo-accounts.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

/** The accounts of the demonstration, each with a button that signs in with it. */
export function DemoAccounts({ addresses }: { addresses: string[] }) {
  const t = useT('accounts');
  return (
    <section className="side" aria-labelledby="demo">
      <h2 id="demo">{t('demo.title')}</h2>
      <p className="u-small">{t('demo.text', { password: demoPassword })}</p>
      <ul className="list">
        {addresses.map((address) => (
          <li key={address}>
            <span className="u-break">
              <b>{t(`demo.role.${demoRoleOf(address)}`)}</b>
              <br />
              <span className="u-small">{address}</span>
            </span>
            <form method="post">
              <input type="hidden" name="correo" value={address} />
              <input type="hidden" name="clave" value={demoPassword} />
              <Button size="small" aria-label={t('demo.enter_as', { address })}>
                {t('enter.submit')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
