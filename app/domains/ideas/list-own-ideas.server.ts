import type { Db } from '#app/platform/db/db.server.ts';
import { selectOwnIdeas } from './list.store.server.ts';
import type { IdeaSummary } from './types.ts';

/** What a person wrote, in every state, newest first. */
export async function listOwnIdeas(db: Db, personId: string): Promise<IdeaSummary[]> {
  return await selectOwnIdeas(db, personId);
}
