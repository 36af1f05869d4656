import type { MinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';

const places = {
  needs: '/apoyos',
  duplicates: '/repetidas',
  photos: '/archivos',
} as const;
const kinds = ['needs', 'duplicates', 'photos'] as const;

/**
 * Closing: from then on nobody sees names, contacts and needs of who registered. What is open then
 * stays open for good, so it is listed, and closing asks.
 */
export function CloseMeeting({
  desk: { meeting, stillOpen },
  over,
  error,
}: {
  desk: MinutesDesk;
  over: boolean;
  error: string | undefined;
}) {
  const t = useT('minutes');
  const f = useFormat();
  const left = kinds.filter((kind) => stillOpen[kind] > 0);
  return (
    <section className="side l-stack l-stack--tight" aria-labelledby="cerrar">
      <h2 id="cerrar">{t('minutes.close.heading')}</h2>
      {meeting.closedAt && <p>{t('minutes.close.done', { date: f.date(meeting.closedAt) })}</p>}
      {!meeting.closedAt && <p>{over ? t('minutes.close.text') : t('minutes.close.early')}</p>}
      {!meeting.closedAt && over && (
        <form method="post" noValidate className="l-stack l-stack--tight">
          {left.length > 0 && (
            <>
              <p>
                <strong>{t('minutes.close.open')}</strong>
              </p>
              <ul className="list">
                {left.map((kind) => (
                  <li key={kind}>
                    <a href={`/facilitacion/talleres/${meeting.id}${places[kind]}`}>
                      {t(`minutes.close.open.${kind}`, { count: stillOpen[kind] })}
                    </a>
                  </li>
                ))}
              </ul>
              <Checkbox name="confirma" label={t('minutes.close.confirm')} error={error} />
            </>
          )}
          <p>
            <Button name="accion" value="cerrar" icon="lock">
              {t('minutes.close.act')}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
