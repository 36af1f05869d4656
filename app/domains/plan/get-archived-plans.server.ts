import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectCommitments, selectPhases, selectPlans } from './store.server.ts';
import type { PlanView } from './types.ts';

/** The plans that ended, newest first, with their phases and commitments. */
export async function getArchivedPlans(db: Db, locale: Locale = 'es'): Promise<PlanView[]> {
  const plans = await selectPlans(db, 'archived', locale);
  const ids = plans.map((plan) => plan.id);
  const [phases, commitments] = await Promise.all([
    selectPhases(db, ids, locale),
    selectCommitments(db, ids, locale),
  ]);
  return plans.map((plan) => ({
    ...plan,
    phases: phases.filter((phase) => phase.planId === plan.id),
    commitments: commitments.filter((commitment) => commitment.planId === plan.id),
  }));
}
