import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectAppealOfIdea } from './appeal.store.server.ts';
import { selectDecisions } from './decision.store.server.ts';
import type { PublicDecision } from './types.ts';

/** What was decided last on an idea, without the team's note or names; nothing when nobody has decided. */
export async function findLastDecision(
  db: Db,
  ideaId: string,
  locale: Locale,
): Promise<PublicDecision | null> {
  const last = (await selectDecisions(db, ideaId, locale)).at(-1);
  return last
    ? {
        decision: last.decision,
        reason: last.reason,
        explanation: last.explanation,
        decidedAt: last.decidedAt,
        caseNumber: last.caseNumber,
        competentBody: last.competentBody,
        petitionDueAt: last.petitionDueAt,
      }
    : null;
}

export type AppealState = {
  filedAt: Date;
  dueAt: Date;
  outcome: 'confirmada' | 'revocada' | null;
  response: string;
  closedAt: Date | null;
};

/** Where the appeal of an idea stands, when there is one. */
export async function findAppeal(db: Db, ideaId: string): Promise<AppealState | null> {
  const appeal = await selectAppealOfIdea(db, ideaId);
  return (
    appeal && {
      filedAt: appeal.createdAt,
      dueAt: appeal.dueAt,
      outcome: appeal.outcome,
      response: appeal.response,
      closedAt: appeal.closedAt,
    }
  );
}
