import { can, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict, forbidden } from '#app/kernel/errors.ts';
import type { PlanState } from './types.ts';

/** Coordination runs the plan: its dates, texts, institutions. */
export function canRunPlan(actor: Actor | null): Verdict {
  return can(actor, 'plan.run') ? allow : deny(forbidden('role_missing', { role: 'coordinacion' }));
}

/** An archived plan is a record: nobody changes it. */
export function canChangePlan(actor: Actor | null, plan: { state: PlanState }): Verdict {
  const may = canRunPlan(actor);
  if (!may.allowed) return may;
  return plan.state === 'active' ? allow : deny(conflict('plan_archived'));
}
