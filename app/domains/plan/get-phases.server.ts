import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectActivePhases } from './store.server.ts';
import type { Phase } from './types.ts';

/** The phases of the active plan, in order; one statement. Empty while no plan is active. */
export async function getPhases(db: Db, locale: Locale = 'es'): Promise<Phase[]> {
  return await selectActivePhases(db, locale);
}
