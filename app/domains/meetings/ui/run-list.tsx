import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { lackingCount } from '#app/domains/meetings/preparation.rules.ts';
import type { Prepared } from '#app/domains/meetings/types.ts';
import { MeetingBadge } from '#app/domains/meetings/ui/meeting-badge.tsx';
import { useMeetingTime } from '#app/domains/meetings/ui/use-meeting-time.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Meta } from '#app/ui/meta.tsx';

/** Meetings: state, date, places, and what is missing. */
function RunList({ meetings, now }: { meetings: Prepared[]; now: Date }) {
  const t = useT('meetings');
  const f = useFormat();
  const time = useMeetingTime();
  return (
    <ul className="l-grid" role="list">
      {meetings.map(({ meeting, done, lacking }) => (
        <li key={meeting.id} className="card">
          <p>
            <MeetingBadge meeting={meeting} now={now} />
          </p>
          <h3 lang={meeting.lang}>
            <a className="card__link" href={`/facilitacion/talleres/${meeting.id}/preparar`}>
              {meeting.title}
            </a>
          </h3>
          <Meta
            items={[
              {
                key: 'when',
                icon: 'calendar',
                text: `${f.date(meeting.startsAt, 'weekday')}, ${time(meeting)}`,
              },
              ...(meeting.venue || meeting.locality
                ? [
                    {
                      key: 'where',
                      icon: 'pin',
                      text: [meeting.venue, meeting.locality?.name].filter(Boolean).join(', '),
                    } as const,
                  ]
                : []),
              {
                key: 'places',
                icon: 'people',
                text:
                  meeting.capacity === null
                    ? t('prepare.came', { count: meeting.attended })
                    : t('prepare.held', {
                        held: meeting.held,
                        capacity: meeting.capacity,
                        waiting: meeting.waiting,
                      }),
              },
            ]}
          />
          {lacking.length > 0 && (
            <p className="u-small">
              <strong>{t('prepare.lacking.title')}:</strong>{' '}
              {lacking
                .map((key) => t(`prepare.lacking.${key}`, { count: lackingCount(key, done) }))
                .join(' · ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  coming: Prepared[];
  past: Prepared[];
  /** Whether they may call a meeting themselves. */
  calls: boolean;
  now: Date;
};

/** The meetings that somebody runs, those to come and those that are over. */
export function RunLists({ coming, past, calls, now }: Props) {
  const t = useT('meetings');
  return (
    <>
      {coming.length > 0 ? (
        <section className="l-stack" aria-labelledby="proximos">
          <h2 id="proximos">{t('prepare.list.coming')}</h2>
          <RunList meetings={coming} now={now} />
        </section>
      ) : (
        <EmptyState
          title={t('desk.none.title')}
          text={t(calls ? 'prepare.list.none' : 'desk.none.text')}
        />
      )}
      {past.length > 0 && (
        <section aria-labelledby="pasados">
          <h2 id="pasados">{t('prepare.list.past')}</h2>
          <Fold summary={t('prepare.list.past.see', { count: past.length })}>
            <RunList meetings={past} now={now} />
          </Fold>
        </section>
      )}
    </>
  );
}
