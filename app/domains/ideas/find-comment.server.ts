import type { Db } from '#app/platform/db/db.server.ts';
import { selectComment } from './comment.store.server.ts';

/** One comment, or nothing. */
export async function findComment(db: Db, id: string): Promise<{ id: string; ideaId: string; authorId: string | null; body: string; state: string } | null> {
  return await selectComment(db, id);
}
