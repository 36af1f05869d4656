import type { Db } from '#app/platform/db/db.server.ts';
import { selectSupported } from './store.server.ts';

/** Which of these ideas the person supports. */
export async function listSupported(
  db: Db,
  personId: string,
  ideaIds: string[],
): Promise<Set<string>> {
  return new Set(ideaIds.length > 0 ? await selectSupported(db, personId, ideaIds) : []);
}
