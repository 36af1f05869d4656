import Holidays from 'date-holidays';
import { city } from '#app/platform/city/city.ts';
import { dayAfter, startOfDay } from '#app/platform/city/local-time.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

const known = new Map<string, Set<string>>();

/** Public holidays of the city's country as `YYYY-MM-DD`; none where no country was said. */
function holidaysOf(year: string): Set<string> {
  const { country } = city();
  let dates = known.get(`${country} ${year}`);
  if (!dates) {
    const holidays = country ? new Holidays(country).getHolidays(Number(year)) : [];
    dates = new Set(
      holidays.filter((each) => each.type === 'public').map((each) => each.date.slice(0, 10)),
    );
    known.set(`${country} ${year}`, dates);
  }
  return dates;
}

function isWorking(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(day.slice(0, 4)).has(day);
}

/** Whether the city's civil day of this instant is neither a weekend nor a public holiday. */
export function isWorkingDay(instant: Date): boolean {
  return isWorking(civilDay(instant));
}

/**
 * The end of the n-th working day after an instant: counting starts the day after (Ley 1755 de 2015),
 * and the term ends at the city's midnight.
 */
export function addWorkingDays(from: Date, days: number): Date {
  let day = civilDay(from);
  let left = days;
  while (left > 0) {
    day = dayAfter(day, 1);
    if (isWorking(day)) left -= 1;
  }
  return new Date(startOfDay(dayAfter(day, 1)).getTime() - 1);
}

/** Working days after `from` up to and including the day of `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Date, to: Date): number {
  if (to < from) return -workingDaysBetween(to, from);
  const end = civilDay(to);
  let day = civilDay(from);
  let count = 0;
  while (day < end) {
    day = dayAfter(day, 1);
    if (isWorking(day)) count += 1;
  }
  return count;
}
