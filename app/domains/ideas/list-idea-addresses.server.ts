import type { Db } from '#app/platform/db/db.server.ts';
import { selectAddresses } from './list.store.server.ts';

/** The newest published ideas of every plan, by what their address needs. */
export async function listIdeaAddresses(
  db: Db,
  limit: number,
): Promise<{ id: string; changedAt: Date }[]> {
  return await selectAddresses(db, limit);
}
