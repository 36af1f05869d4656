import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { findActivePlan } from './find-active-plan.server.ts';
import type { PlanView } from './types.ts';

/** The active plan with phases and commitments. */
export async function getActivePlan(db: Db, locale: Locale = 'es'): Promise<PlanView> {
  const plan = await findActivePlan(db, locale);
  if (!plan) throw notFound('page_not_found');
  return plan;
}
