import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { selectPlanDraft, updatePlan } from './draft.store.server.ts';
import { canChangePlan, canRunPlan } from './policy.ts';
import { changesBetween } from './rules.ts';
import { forgetPlan } from './recall-plan.server.ts';
import type { PlanInput } from './schema.ts';

/** Changes the plan's own texts, and whether ideas are published before they are reviewed. */
export async function changePlan(
  actor: Actor,
  planId: string,
  input: PlanInput,
): Promise<{ changed: boolean }> {
  const done = await inTransaction(async (tx) => {
    authorize(canRunPlan(actor));
    const plan = isId(planId) ? await selectPlanDraft(tx, planId, true) : null;
    if (!plan) throw notFound('page_not_found');
    authorize(canChangePlan(actor, plan));
    const after = rowOf(input);
    const changes = changesBetween(rowOf(plan), after);
    if (!changes) return { changed: false };
    await updatePlan(tx, planId, after);
    await recordAudit(tx, actor, {
      action: 'plan.plan-changed',
      subjectKind: 'plan',
      subjectId: planId,
      data: changes,
    });
    return { changed: true };
  });
  forgetPlan();
  return done;
}

function rowOf({ title, summary, publishesFirst }: PlanInput) {
  return {
    title_es: title.es,
    title_en: title.en,
    summary_es: summary.es,
    summary_en: summary.en,
    publishes_first: publishesFirst,
  };
}
