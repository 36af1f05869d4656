import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

export type ShownSession = {
  id: string;
  device: string;
  createdAt: Date;
  lastUsedAt: Date;
  isThis: boolean;
};

function CloseSession({ id, device }: { id: string; device: string }) {
  const t = useT('accounts');
  return (
    <form method="post">
      <input type="hidden" name="sesion" value={id} />
      <Button
        name="accion"
        value="cerrar"
        size="small"
        aria-label={t('sessions.close.named', { device })}
      >
        {t('sessions.close')}
      </Button>
    </form>
  );
}

/** Where an account is open, each with the button that ends it. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const t = useT('accounts');
  const f = useFormat();
  return (
    <section className="l-stack l-form" aria-labelledby="sesiones">
      <h2 id="sesiones">{t('sessions.open', { count: sessions.length })}</h2>
      <ul className="list">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <b>{session.device || t('sessions.unknown')}</b>
              <br />
              <span className="u-small u-mute">
                {t('sessions.dates', {
                  opened: f.date(session.createdAt, 'moment'),
                  used: f.date(session.lastUsedAt, 'moment'),
                })}
              </span>
            </span>
            {session.isThis ? (
              <Badge kind="done">{t('sessions.this')}</Badge>
            ) : (
              <CloseSession id={session.id} device={session.device || t('sessions.unknown')} />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <Button name="accion" value="cerrar_otras">
            {t('sessions.close_others')}
          </Button>
        </form>
      )}
    </section>
  );
}
