import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Says that an address still waits for its confirmation, and sends the link once more. */
export function UnverifiedNotice({ email }: { email: string }) {
  const t = useT('accounts');
  return (
    <Notice kind="sun" icon="mail" title={t('account.unverified.title')}>
      <p>{t('account.unverified.text', { email })}</p>
      <form method="post" className="l-end">
        <Button name="accion" value="verificar" size="small">
          {t('account.unverified.resend')}
        </Button>
      </form>
    </Notice>
  );
}
