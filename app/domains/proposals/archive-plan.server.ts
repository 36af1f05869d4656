import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { closePlan, holdPlan } from '#app/domains/plan/close-plan.server.ts';
import { canRunPlan } from '#app/domains/plan/policy.ts';
import { forgetPlan } from '#app/domains/plan/recall-plan.server.ts';
import { reasonField, reasonsOf, type EndingStage, type Unanswered } from './ending.rules.ts';
import {
  insertEnding,
  lockUnanswered,
  selectEnding,
  selectEndings,
  selectUnanswered,
} from './ending.store.server.ts';
import { tellIdeasEnded } from './jobs.ts';

/** The ideas of a plan that would end without an answer, by commitment and how far they stand. */
export async function listUnanswered(
  db: Db,
  planId: string,
  locale: Locale,
): Promise<Unanswered[]> {
  return await selectUnanswered(db, planId, locale);
}

/** Why an idea ended with its plan; null when it did not, or was answered since. */
export async function findEnding(
  db: Db,
  ideaId: string,
): Promise<{ reason: string; at: Date } | null> {
  return await selectEnding(db, ideaId);
}

/** With which published reasons the ideas of a commitment ended. */
export async function listEndings(
  db: Db,
  commitmentId: string,
): Promise<{ stage: EndingStage; reason: string; ideas: number; at: Date }[]> {
  return await selectEndings(db, commitmentId);
}

/**
 * Archives a plan: it becomes a record, and the next one may begin. Every idea that was sent has an end
 * then: where nobody answered, the reason given for its group, which is published and told to its author
 * and its supporters. Refused while a group has none.
 */
export async function archivePlan(
  actor: Actor,
  planId: string,
  given: Record<string, string>,
): Promise<{ ideas: number }> {
  authorize(canRunPlan(actor));
  const done = await inTransaction(async (tx) => {
    await holdPlan(tx, actor, planId);
    const ideas = await lockUnanswered(tx, planId);
    const groups = await selectUnanswered(tx, planId, actor.locale);
    const { reasons, wrong } = reasonsOf(groups, given);
    if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
    for (const group of groups)
      await endGroup(tx, actor, {
        planId,
        group,
        reason: reasons.get(reasonField(group)) ?? '',
        ideaIds: ideas.flatMap(({ id, commitmentId, stage }) =>
          commitmentId === group.commitmentId && stage === group.stage ? [id] : [],
        ),
      });
    await closePlan(tx, actor, planId);
    return { ideas: ideas.length };
  });
  forgetPlan();
  return done;
}

async function endGroup(
  tx: Tx,
  actor: Actor,
  ending: { planId: string; group: Unanswered; reason: string; ideaIds: string[] },
): Promise<void> {
  const { planId, group, reason, ideaIds } = ending;
  const { commitmentId, stage } = group;
  // What nobody published is not: its author reads why.
  if (stage === 'por_revisar')
    for (const id of ideaIds)
      await applyTriage(tx, actor, await getIdea(tx, id), { to: 'rechazada', reason });
  const endingId = await insertEnding(tx, {
    planId,
    commitmentId,
    stage,
    reason,
    ideaIds,
    at: now(),
  });
  await recordAudit(tx, actor, {
    action: 'proposals.ideas-ended',
    subjectKind: 'compromiso',
    subjectId: commitmentId,
    data: { stage, count: ideaIds.length },
  });
  await enqueue(tx, tellIdeasEnded, { endingId });
}
