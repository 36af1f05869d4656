import type { Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { endPhases, selectPlanDraft, updatePlan } from './draft.store.server.ts';
import { canChangePlan } from './policy.ts';

/** Holds the active plan until the transaction ends; one that is archived is changed by nobody. */
export async function holdPlan(tx: Tx, actor: Actor, planId: string): Promise<void> {
  const plan = isId(planId) ? await selectPlanDraft(tx, planId, true) : null;
  if (!plan) throw notFound('page_not_found');
  authorize(canChangePlan(actor, plan));
}

/** The plan that the caller holds becomes a record: its open phases end, its addresses stay, nobody changes it. */
export async function closePlan(tx: Tx, actor: Actor, planId: string): Promise<void> {
  await endPhases(tx, planId, now());
  await updatePlan(tx, planId, { state: 'archived' });
  await recordAudit(tx, actor, {
    action: 'plan.plan-changed',
    subjectKind: 'plan',
    subjectId: planId,
    data: { before: { state: 'active' }, after: { state: 'archived' } },
  });
}
