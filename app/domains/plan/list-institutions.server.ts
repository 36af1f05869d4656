import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectInstitutions } from './store.server.ts';
import type { Institution } from './types.ts';

/** Every institution, by name. */
export async function listInstitutions(db: Db, locale: Locale = 'es'): Promise<Institution[]> {
  return await selectInstitutions(db, locale);
}
