import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectAppeal, selectOpenAppeals, type AppealRow } from './appeal.store.server.ts';
import { appealedBy, type Appealed } from './get-appealed.server.ts';
import { selectDecisions } from './decision.store.server.ts';
import { canReadQueue, canReview, canSettleAppeal, readScopes } from './policy.ts';
import { clockAt } from './rules.ts';
import type { AppealCase, Clock, DecisionView } from './types.ts';

const casesShown = 200;

/** Appeals that wait in the actor's commitments, the first due first. */
export async function listAppealCases(db: Db, actor: Actor, at: Date): Promise<AppealCase[]> {
  authorize(canReadQueue(actor));
  return (await selectOpenAppeals(db, readScopes(actor), casesShown)).map(({ dueAt, ...row }) => ({
    ...row,
    clock: clockAt(dueAt, at),
  }));
}

export type AppealView = {
  appeal: AppealRow;
  subject: Appealed;
  /** The last triage of the idea, where the appeal is against that. */
  decision: DecisionView | null;
  clock: Clock;
  canSettle: boolean;
  tookPart: boolean;
};

/** One appeal with what it is against; whoever took part in that reads it and leaves it to others. */
export async function getAppealCase(
  db: Db,
  actor: Actor,
  id: string,
  locale: Locale,
  at: Date,
): Promise<AppealView> {
  authorize(canReadQueue(actor));
  const appeal = isId(id) ? await selectAppeal(db, id) : null;
  if (!appeal) throw notFound('page_not_found');
  const subject = await appealedBy(db, appeal);
  authorize(canReview(actor, subject));
  const decisions =
    subject.kind === 'idea' ? await selectDecisions(db, subject.ideaId, locale) : [];
  return {
    appeal,
    subject,
    decision: decisions.at(-1) ?? null,
    clock: clockAt(appeal.dueAt, at),
    canSettle: appeal.outcome === null && canSettleAppeal(actor, subject, subject.deciders).allowed,
    tookPart: subject.deciders.includes(actor.personId),
  };
}
