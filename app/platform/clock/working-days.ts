import Holidays from 'date-holidays';

/** Colombia keeps no daylight saving time: the civil day is UTC−5 all year. */
const colombia = 5 * 3_600_000;
const day = 86_400_000;
const holidays = new Holidays('CO');
const known = new Map<number, Set<string>>();

function civilDay(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() - colombia) / day) * day);
}

/** Public holidays of Colombia (Ley 51 de 1983: most move to Monday), as `YYYY-MM-DD`. */
function holidaysOf(year: number): Set<string> {
  let dates = known.get(year);
  if (!dates) {
    dates = new Set(
      holidays
        .getHolidays(year)
        .filter((h) => h.type === 'public')
        .map((h) => h.date.slice(0, 10)),
    );
    known.set(year, dates);
  }
  return dates;
}

/** Whether the civil day of this instant in Colombia is neither a weekend nor a public holiday. */
export function isWorkingDay(instant: Date): boolean {
  const civil = civilDay(instant);
  const weekday = civil.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !holidaysOf(civil.getUTCFullYear()).has(civil.toISOString().slice(0, 10));
}

/**
 * The end of the n-th working day after an instant: counting starts the day after (Ley 1755 de 2015),
 * and the term ends at midnight, Bogotá time.
 */
export function addWorkingDays(from: Date, days: number): Date {
  let civil = civilDay(from);
  let left = days;
  while (left > 0) {
    civil = new Date(civil.getTime() + day);
    if (isWorkingDay(new Date(civil.getTime() + colombia))) left -= 1;
  }
  return new Date(civil.getTime() + day + colombia - 1);
}

/** Working days after `from` up to and including the day of `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Date, to: Date): number {
  if (to < from) return -workingDaysBetween(to, from);
  const end = civilDay(to).getTime();
  let civil = civilDay(from).getTime();
  let count = 0;
  while (civil < end) {
    civil += day;
    if (isWorkingDay(new Date(civil + colombia))) count += 1;
  }
  return count;
}
