import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectAppealsBy, selectAppealsOfIdea, type AppealRow } from './appeal.store.server.ts';
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

const stateOf = (appeal: AppealRow): AppealState => ({
  filedAt: appeal.createdAt,
  dueAt: appeal.dueAt,
  outcome: appeal.outcome,
  response: appeal.response,
  closedAt: appeal.closedAt,
});

/** Where the newest appeal of an idea, or of a part of it, stands, when there is one. */
export async function findAppeal(db: Db, ideaId: string): Promise<AppealState | null> {
  const [newest] = await selectAppealsOfIdea(db, ideaId);
  return newest ? stateOf(newest) : null;
}

/** Where an appeal stands, as its author is told beside what it is about. */
export type OwnAppeal = 'abierta' | 'confirmada' | 'revocada';

/** Where the appeals of a person on an idea's page stand: by the id of the comment, the hidden part, or the idea. */
export async function findOwnAppeals(
  db: Db,
  ideaId: string,
  personId: string | null,
): Promise<Record<string, OwnAppeal>> {
  if (personId === null) return {};
  const appeals = await selectAppealsBy(db, ideaId, personId);
  return Object.fromEntries(
    appeals.map((one) => [one.commentId ?? one.sealId ?? one.ideaId, one.outcome ?? 'abierta']),
  );
}
