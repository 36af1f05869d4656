import type { Db } from '#app/platform/db/db.server.ts';
import { selectUnreadCount } from './store.server.ts';

/** How many notices a person has not read. */
export async function countUnreadNotices(db: Db, personId: string): Promise<number> {
  return await selectUnreadCount(db, personId);
}
