import type { Db } from '#app/platform/db/db.server.ts';
import { selectIdeasById } from './list.store.server.ts';
import type { IdeaSummary } from './types.ts';

/** The ideas with these ids, in the order of the ids; unknown ones are left out. */
export async function listIdeasById(db: Db, ids: string[]): Promise<IdeaSummary[]> {
  const found = new Map((await selectIdeasById(db, ids)).map((idea) => [idea.id, idea]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
