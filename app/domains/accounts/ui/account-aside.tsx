import type { GrantedRole } from '#app/domains/accounts/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';

/** Where each role works. */
const desks: Record<GrantedRole, string> = {
  facilitacion: '/facilitacion',
  moderacion: '/moderacion',
  circulo: '/circulo/mesa',
  entidad: '/entidad',
  monitoreo: '/seguimiento',
  coordinacion: '/coordinacion',
};

/** The rail of the account: what is new, where the person works, and what they may do with their data. */
export function AccountAside({
  unread,
  roles,
}: {
  unread: number;
  roles: { id: string; role: GrantedRole; scope: string | null; endsAt: Date | null }[];
}) {
  const t = useT('accounts');
  const f = useFormat();
  return (
    <div className="l-stick">
      {roles.length > 0 && (
        <section className="side" aria-labelledby="roles">
          <h2 id="roles">{t('account.roles.title')}</h2>
          <ul className="list">
            {roles.map((held) => (
              <li key={held.id}>
                <a href={desks[held.role]}>{t(`role.${held.role}`)}</a>
                {held.scope && <span className="u-small">{held.scope}</span>}
                {held.endsAt && (
                  <span className="u-small u-mute">
                    {t('account.roles.until', { date: f.date(held.endsAt) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="side" aria-labelledby="tuyo">
        <h2 id="tuyo">{t('account.yours.title')}</h2>
        <ul className="list">
          <li>
            <a href="/cuenta/avisos">{t('account.notices')}</a>
            {unread > 0 && (
              <span className="u-small">{t('account.unread', { count: unread })}</span>
            )}
          </li>
          <li>
            <a href="/cuenta/sobre-mi">{t('about.title')}</a>
          </li>
          <li>
            <a href="/cuenta/sesiones">{t('sessions.title')}</a>
          </li>
          <li>
            <a href="/cuenta/mis-datos" download>
              {t('account.download')}
            </a>
          </li>
          <li>
            <a href="/privacidad">{t('account.policy')}</a>
          </li>
          <li>
            <a href="/cuenta/cerrar">{t('close.title')}</a>
          </li>
        </ul>
        <form method="post" action="/salir" className="l-end">
          <Button size="small">{t('leave.title')}</Button>
        </form>
      </section>
    </div>
  );
}
