/** Colombia keeps UTC−5 all year: the civil day there begins at 05:00 UTC. */
const midnight = 5;
/** Institutions report on a quarter within fifteen days of its end. */
const reportDay = 15;

/** When the next formal progress reports fall due, and which quarter (1-4) and year they cover. */
export function nextReportDue(now: Date): { dueAt: Date; quarter: number; year: number } {
  const civil = new Date(now.getTime() - midnight * 3_600_000);
  for (let month = Math.floor(civil.getUTCMonth() / 3) * 3; ; month += 3) {
    // The last instant of the day on which the reports of the quarter before `month` are due.
    const dueAt = new Date(Date.UTC(civil.getUTCFullYear(), month, reportDay + 1, midnight) - 1);
    if (dueAt < now) continue;
    const covered = new Date(Date.UTC(civil.getUTCFullYear(), month - 1, 1));
    return {
      dueAt,
      quarter: Math.floor(covered.getUTCMonth() / 3) + 1,
      year: covered.getUTCFullYear(),
    };
  }
}
