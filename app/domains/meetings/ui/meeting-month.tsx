import type { ReactNode } from 'react';
import { first } from '#app/kernel/certain.ts';
import { noonOf } from '#app/platform/city/local-time.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { civilDay, datePart } from '#app/platform/i18n/format.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';

const day = 86_400_000;

/** The days that a month's page shows, from the Monday before its first to the Sunday after its last. */
function daysOf(month: string): string[] {
  const begins = noonOf(`${month}-01`);
  const back = (begins.getUTCDay() + 6) % 7;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((back + length) / 7) * 7 }, (_, index) =>
    civilDay(new Date(begins.getTime() + (index - back) * day)),
  );
}

function Cell({
  civil,
  month,
  today,
  children,
}: {
  civil: string;
  month: string;
  today: string;
  children: ReactNode[];
}) {
  const locale = useLocale();
  const t = useT('meetings');
  const isOut = !civil.startsWith(month);
  return (
    <td
      data-out={isOut ? '' : undefined}
      data-today={civil === today ? '' : undefined}
      data-empty={isOut || children.length === 0 ? '' : undefined}
    >
      <b>
        <time dateTime={civil}>{datePart(noonOf(civil), locale, 'day')}</time>
        {civil === today && <span className="u-sr"> {t('list.month.today')}</span>}
      </b>
      {!isOut && children}
    </td>
  );
}

/** A month of meetings as a table; on a phone only the days that have one. */
export function MeetingMonth({
  month,
  meetings,
  now,
}: {
  month: string;
  meetings: PublicMeeting[];
  now: Date;
}) {
  const t = useT('meetings');
  const locale = useLocale();
  const days = daysOf(month);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  return (
    <table className="month">
      <caption className="u-sr">
        {t('list.month.caption', { month: datePart(noonOf(`${month}-15`), locale, 'monthYear') })}
      </caption>
      <thead>
        <tr>
          {first(weeks).map((civil) => (
            <th key={civil} scope="col">
              {datePart(noonOf(civil), locale, 'weekday')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((civil) => (
              <Cell key={civil} civil={civil} month={month} today={civilDay(now)}>
                {meetings
                  .filter((meeting) => civilDay(meeting.startsAt) === civil)
                  .map((meeting) => (
                    <a key={meeting.id} className="month__item" href={`/talleres/${meeting.id}`}>
                      {datePart(meeting.startsAt, locale, 'time')}{' '}
                      <span lang={meeting.lang}>{meeting.title}</span>
                      {meeting.state === 'cancelado' && ` (${t('state.cancelado')})`}
                    </a>
                  ))}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
