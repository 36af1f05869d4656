import { monthAfter } from '#app/domains/meetings/rules.ts';
import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { addressOfList } from '#app/domains/meetings/ui/list-address.ts';
import { MeetingMonth } from '#app/domains/meetings/ui/meeting-month.tsx';
import { datePart } from '#app/platform/i18n/format.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';

type Props = { filters: MeetingListFilters; month: string; inMonth: Meeting[]; now: Date };

/** A month of meetings, with the way to the one before and the one after. */
export function MonthView({ filters, month, inMonth, now }: Props) {
  const t = useT('meetings');
  const locale = useLocale();
  const hrefOf = (by: number) => addressOfList({ ...filters, month: monthAfter(month, by) });
  return (
    <section className="l-stack" aria-labelledby="mes">
      <div className="l-row">
        <h2 id="mes">{datePart(new Date(`${month}-15T12:00:00-05:00`), locale, 'monthYear')}</h2>
        <ButtonLink size="small" icon="back" href={hrefOf(-1)}>
          {t('list.month.previous')}
        </ButtonLink>
        <ButtonLink size="small" icon="arrow" href={hrefOf(1)}>
          {t('list.month.next')}
        </ButtonLink>
      </div>
      <MeetingMonth month={month} meetings={inMonth} now={now} />
      {inMonth.length === 0 && <p>{t('list.month.none')}</p>}
    </section>
  );
}
