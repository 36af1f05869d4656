import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectMilestones } from './store.server.ts';

/** The milestones of the active plan, by the id of their commitment. */
export async function listMilestones(
  db: Db,
  locale: Locale = 'es',
): Promise<Map<string, string[]>> {
  return await selectMilestones(db, locale);
}
