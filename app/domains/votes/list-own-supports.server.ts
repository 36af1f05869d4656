import type { Db } from '#app/platform/db/db.server.ts';
import { selectOwnSupports } from './store.server.ts';

/** Ideas that a person supports, newest first. */
export async function listOwnSupports(
  db: Db,
  personId: string,
): Promise<{ ideaId: string; title: string; supportedAt: Date }[]> {
  return await selectOwnSupports(db, personId);
}
