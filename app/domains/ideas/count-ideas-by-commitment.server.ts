import type { Db } from '#app/platform/db/db.server.ts';
import { countByCommitment } from './list.store.server.ts';

/** Published ideas by id of commitment. */
export async function countIdeasByCommitment(db: Db): Promise<Map<string, number>> {
  return await countByCommitment(db);
}
