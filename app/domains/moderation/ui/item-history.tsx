import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { AuthorHistory, HistoryEvent } from '#app/domains/moderation/types.ts';

/** What the author wrote here before: by state, and the last few. */
export function AuthorPast({ author }: { author: AuthorHistory | null }) {
  const t = useT('moderation');
  const c = useT('common');
  const f = useFormat();
  return (
    <section>
      <h3>{t('item.author')}</h3>
      {author === null && <p className="u-mute">{t('item.author.gone')}</p>}
      {author && author.states.length === 0 && <p className="u-mute">{t('item.author.none')}</p>}
      {author && author.states.length > 0 && (
        <>
          <ul className="key">
            {author.states.map((row) => (
              <li key={row.state}>
                {c(`state.${row.state}`)} <strong>{f.number(row.count)}</strong>
              </li>
            ))}
          </ul>
          <ul className="list">
            {author.recent.map((idea) => (
              <li key={idea.id}>
                <a href={`/moderacion/ideas/${idea.id}`} lang={idea.lang}>
                  {idea.title}
                </a>
                <span className="u-mute u-small">
                  {c(`state.${idea.state}`)} · {f.date(idea.at, 'short')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What has happened to the idea, oldest first. */
export function ItemHistory({ events }: { events: HistoryEvent[] }) {
  const t = useT('moderation');
  const f = useFormat();
  return (
    <section>
      <h3>{t('item.history')}</h3>
      <ol className="list">
        {events.map((event, index) => (
          <li key={index}>
            <span>
              <EventWords event={event} />
            </span>
            <time className="u-mute u-small" dateTime={event.at.toISOString()}>
              {f.date(event.at, 'moment')}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventWords({ event }: { event: HistoryEvent }) {
  const t = useT('moderation');
  const name = event.name ?? t('history.somebody');
  switch (event.kind) {
    case 'decided':
      return (
        <>
          {t('history.decided', { decision: t(`decided.${event.decision}`), name })}
          {event.reason && (
            <>
              <br />
              <strong>{event.reason}</strong>
            </>
          )}
          {event.explanation && (
            <>
              <br />
              {event.explanation}
            </>
          )}
          {event.note && (
            <>
              <br />
              <em>{t('history.note', { note: event.note })}</em>
            </>
          )}
        </>
      );
    case 'answered':
      return (
        <>
          {t('history.answered')}
          <br />
          {event.text}
        </>
      );
    case 'appeal_settled':
      return (
        <>
          {t(`history.appeal.${event.outcome}`, { name })}
          <br />
          {event.explanation}
        </>
      );
    case 'received':
      return t('history.received');
    case 'reported':
      return t('history.reported');
    default:
      return t(`history.${event.kind}`, { name });
  }
}
