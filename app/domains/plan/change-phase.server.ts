import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { invalid, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { selectPhaseDraft, updatePhase } from './draft.store.server.ts';
import { canChangePlan, canRunPlan } from './policy.ts';
import { changesBetween, withinMinute } from './rules.ts';
import { forgetPlan } from './recall-plan.server.ts';
import type { PhaseInput } from './schema.ts';
import type { PhaseDraft } from './types.ts';

/** Only the dates are needed; texts that are not sent stay as they are. */
type PhaseChange = Pick<PhaseInput, 'opensAt' | 'closesAt'> & Partial<PhaseInput>;

/** Changes when a phase opens and closes, and what it says of itself. */
export async function changePhase(
  actor: Actor,
  phaseId: string,
  input: PhaseChange,
): Promise<{ changed: boolean }> {
  const done = await inTransaction(async (tx) => {
    authorize(canRunPlan(actor));
    const phase = isId(phaseId) ? await selectPhaseDraft(tx, phaseId, true) : null;
    if (!phase) throw notFound('page_not_found');
    authorize(canChangePlan(actor, { state: phase.planState }));
    if (input.opensAt >= input.closesAt) throw invalid('date_order');
    const after = rowOf(phase, input);
    const changes = changesBetween(rowOf(phase, phase), after);
    if (!changes) return { changed: false };
    await updatePhase(tx, phaseId, after);
    await recordAudit(tx, actor, {
      action: 'plan.phase-changed',
      subjectKind: 'fase',
      subjectId: phaseId,
      data: { phase: phase.kind, ...changes },
    });
    return { changed: true };
  });
  forgetPlan();
  return done;
}

function rowOf(phase: PhaseDraft, input: PhaseChange) {
  return {
    opens_at: withinMinute(phase.opensAt, input.opensAt),
    closes_at: withinMinute(phase.closesAt, input.closesAt),
    name_es: input.name?.es ?? phase.name.es,
    name_en: input.name?.en ?? phase.name.en,
    decides_es: input.decides?.es ?? phase.decides.es,
    decides_en: input.decides?.en ?? phase.decides.en,
    outcome_es: input.outcome?.es ?? phase.outcome.es,
    outcome_en: input.outcome?.en ?? phase.outcome.en,
  };
}
