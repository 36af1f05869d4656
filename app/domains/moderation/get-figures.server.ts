import { noonOf } from '#app/platform/city/local-time.ts';
import { workingDaysBetween } from '#app/platform/clock/working-days.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import {
  countAppeals,
  countDecisionDays,
  countDecisionsByReason,
  countReports,
  type AppealCounts,
  type ReportCounts,
} from './figures.store.server.ts';
import { countLate } from './get-queue.server.ts';
import { countQueue } from './queue.store.server.ts';
import { medianOf, terms } from './rules.ts';
import type { Decision, QueueCounts } from './types.ts';

export type ModerationFigures = {
  waiting: QueueCounts;
  /** Ideas that wait past their term now. */
  overdue: number;
  decided: number;
  byDecision: { decision: Decision; count: number }[];
  byReason: { decision: Decision; code: string; label: string; count: number }[];
  /** Working days from arrival to decision, without those on which the author was asked something. */
  medianWorkingDays: number | null;
  /** Decisions after their term. */
  decidedLate: number;
  terms: typeof terms;
  appeals: AppealCounts;
  reports: ReportCounts;
};

/** How moderation does, in public: what was decided and why, how long it took and what is late. */
export async function getModerationFigures(
  db: Db,
  now: Date,
  locale: Locale,
): Promise<ModerationFigures> {
  const reasons = await countDecisionsByReason(db);
  const days = await countDecisionDays(db);
  const byDecision = new Map<Decision, number>();
  for (const row of reasons)
    byDecision.set(row.decision, (byDecision.get(row.decision) ?? 0) + row.count);
  return {
    waiting: await countQueue(db, { scopes: 'all' }),
    overdue: (await countLate(db, 'all', now)).late,
    decided: reasons.reduce((sum, row) => sum + row.count, 0),
    byDecision: [...byDecision]
      .map(([decision, count]) => ({ decision, count }))
      .sort((a, b) => b.count - a.count),
    byReason: reasons.flatMap((row) =>
      row.code === null
        ? []
        : [
            {
              decision: row.decision,
              code: row.code,
              label: (locale === 'en' ? row.labelEn : row.labelEs) ?? row.code,
              count: row.count,
            },
          ],
    ),
    medianWorkingDays: medianOf(
      days.map((row) => ({
        value: Math.max(
          0,
          workingDaysBetween(noonOf(row.received), noonOf(row.decided)) - row.pausedDays,
        ),
        count: row.count,
      })),
    ),
    decidedLate: days.reduce((sum, row) => sum + row.late, 0),
    terms,
    appeals: await countAppeals(db, now),
    reports: await countReports(db),
  };
}
