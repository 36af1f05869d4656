import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectCommitments, selectPhases, selectPlans } from './store.server.ts';
import type { PlanView } from './types.ts';

/** The active plan with phases and commitments, or nothing: an installation begins without one. */
export async function findActivePlan(db: Db, locale: Locale = 'es'): Promise<PlanView | null> {
  const [plan] = await selectPlans(db, 'active', locale);
  if (!plan) return null;
  const [phases, commitments] = await Promise.all([
    selectPhases(db, [plan.id], locale),
    selectCommitments(db, [plan.id], locale),
  ]);
  return { ...plan, phases, commitments };
}
