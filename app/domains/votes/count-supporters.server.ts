import type { Db } from '#app/platform/db/db.server.ts';
import { countSupporters, selectSupporters, sumByLocality } from './store.server.ts';

/** Ids of everybody who supports any of these ideas, once each. */
export async function listSupporterIds(db: Db, ideaIds: string[]): Promise<string[]> {
  return await selectSupporters(db, ideaIds);
}

/** How many different people support any of these ideas. */
export async function countDistinctSupporters(db: Db, ideaIds: string[]): Promise<number> {
  return await countSupporters(db, ideaIds);
}

/** Ideas and supports by the locality that the ideas name. */
export async function supportsByLocality(
  db: Db,
  ideaIds: string[],
): Promise<{ code: string | null; name: string | null; ideas: number; supports: number }[]> {
  return await sumByLocality(db, ideaIds);
}
