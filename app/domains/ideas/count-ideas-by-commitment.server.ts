import { briefly } from '#app/platform/cache/briefly.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { countByCommitment } from './count.store.server.ts';

/** Published ideas by id of commitment. */
export async function countIdeasByCommitment(db: Db): Promise<Map<string, number>> {
  return await countByCommitment(db);
}

const counts = briefly<Map<string, number>>(2000);

/** The same for pages that many read at once: at most two seconds old. */
export async function recallIdeasByCommitment(db: Db): Promise<Map<string, number>> {
  return await counts.get('', async () => await countIdeasByCommitment(db));
}
