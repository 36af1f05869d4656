import { dayAfter, startOfDay } from '#app/platform/city/local-time.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/** Institutions report on a quarter within fifteen days of its end. */
const reportDay = 15;

/** When the next formal progress reports fall due, and which quarter (1-4) and year they cover. */
export function nextReportDue(now: Date): { dueAt: Date; quarter: number; year: number } {
  const [year = 0, monthOfYear = 1] = civilDay(now).split('-').map(Number);
  for (let month = Math.floor((monthOfYear - 1) / 3) * 3; ; month += 3) {
    // The last instant of the day on which the reports of the quarter before `month` are due.
    const day = new Date(Date.UTC(year, month, reportDay)).toISOString().slice(0, 10);
    const dueAt = new Date(startOfDay(dayAfter(day, 1)).getTime() - 1);
    if (dueAt < now) continue;
    const covered = new Date(Date.UTC(year, month - 1, 1));
    return {
      dueAt,
      quarter: Math.floor(covered.getUTCMonth() / 3) + 1,
      year: covered.getUTCFullYear(),
    };
  }
}
