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
export type PhaseChange = Pick<PhaseInput, 'abre' | 'cierra'> & Partial<PhaseInput>;

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
    if (input.abre >= input.cierra) throw invalid('date_order');
    const after = rowOf(phase, input);
    const changes = changesBetween(
      rowOf(phase, { abre: phase.opensAt, cierra: phase.closesAt }),
      after,
    );
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
    opens_at: withinMinute(phase.opensAt, input.abre),
    closes_at: withinMinute(phase.closesAt, input.cierra),
    name_es: input.nombre_es ?? phase.name.es,
    name_en: input.nombre_en ?? phase.name.en,
    decides_es: input.decide_es ?? phase.decides.es,
    decides_en: input.decide_en ?? phase.decides.en,
    outcome_es: input.resultado_es ?? phase.outcome.es,
    outcome_en: input.resultado_en ?? phase.outcome.en,
  };
}
