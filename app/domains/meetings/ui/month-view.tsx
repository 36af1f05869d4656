import { noonOf } from '#app/platform/city/local-time.ts';
import type { MonthOfMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';
import { addressOfList } from '#app/domains/meetings/ui/list-address.ts';
import { MeetingMonth } from '#app/domains/meetings/ui/meeting-month.tsx';
import { datePart } from '#app/platform/i18n/format.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';

type Props = { filters: MeetingListFilters; calendar: MonthOfMeetings; now: Date };

/** A month of meetings, with the way to the one before and the one after; machines need not walk it. */
export function MonthView({ filters, calendar: { month, previous, next, meetings }, now }: Props) {
  const t = useT('meetings');
  const locale = useLocale();
  const hrefOf = (other: string) => addressOfList({ ...filters, month: other });
  return (
    <section className="l-stack" aria-labelledby="mes">
      <div className="l-row">
        <h2 id="mes">{datePart(noonOf(`${month}-15`), locale, 'monthYear')}</h2>
        {previous && (
          <ButtonLink size="small" icon="back" rel="nofollow" href={hrefOf(previous)}>
            {t('list.month.previous')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink size="small" icon="arrow" rel="nofollow" href={hrefOf(next)}>
            {t('list.month.next')}
          </ButtonLink>
        )}
      </div>
      <MeetingMonth month={month} meetings={meetings} now={now} />
      {meetings.length === 0 && <p>{t('list.month.none')}</p>}
    </section>
  );
}
