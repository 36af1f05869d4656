import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { violates } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { insertPhases, insertPlan } from './draft.store.server.ts';
import { canRunPlan } from './policy.ts';
import { slugOf } from './rules.ts';
import type { PlanInput } from './schema.ts';
import { phaseKinds, type PhaseKind } from './types.ts';
import { forgetPlan } from './recall-plan.server.ts';

const day = 86_400_000;
/**
 * A new plan gives each phase thirty days, one after the other, from the day after; coordination
 * then sets the real dates.
 */
const daysOfAPhase = 30;

/** Begins a plan with its five phases; only one plan is active at a time. */
export async function openPlan(actor: Actor, input: PlanInput): Promise<{ planId: string }> {
  try {
    const done = await actOnce(actor, { act: 'plan.open', content: input }, async (tx) => {
      authorize(canRunPlan(actor));
      const at = now();
      const planId = newId();
      const slug = `${slugOf(input.title.es)}-${planId.slice(-6)}`;
      await insertPlan(
        tx,
        {
          id: planId,
          slug,
          state: 'active',
          ...input,
        },
        at,
      );
      await insertPhases(
        tx,
        phaseKinds.map((kind, index) => ({
          id: newId(),
          planId,
          kind,
          ...usualTexts(kind),
          opensAt: new Date(at.getTime() + (1 + index * daysOfAPhase) * day),
          closesAt: new Date(at.getTime() + (1 + (index + 1) * daysOfAPhase) * day),
        })),
      );
      await recordAudit(tx, actor, {
        action: 'plan.plan-changed',
        subjectKind: 'plan',
        subjectId: planId,
        data: { before: null, after: { slug } },
      });
      return { planId };
    });
    forgetPlan();
    return done;
  } catch (error) {
    if (violates(error, 'plan_one_active')) throw conflict('plan_active_exists');
    throw error;
  }
}

function usualTexts(kind: PhaseKind) {
  const es = translatorOf('es').t('plan');
  const en = translatorOf('en').t('plan');
  return {
    name: { es: es(`usual.${kind}.name`), en: en(`usual.${kind}.name`) },
    decides: { es: es(`usual.${kind}.decides`), en: en(`usual.${kind}.decides`) },
    outcome: { es: '', en: '' },
  };
}
