import type { Db } from '#app/platform/db/db.server.ts';
import { countAuthorStates, selectAuthorIdeas } from './queue.store.server.ts';
import type { AuthorHistory, Scopes } from './types.ts';

/** What an author wrote here before, by state; nothing of what they declared of themselves, and no contact. */
export async function getAuthorHistory(
  db: Db,
  authorId: string,
  exceptIdeaId: string,
  scopes: Scopes,
): Promise<AuthorHistory> {
  return {
    states: await countAuthorStates(db, authorId, exceptIdeaId),
    recent: await selectAuthorIdeas(db, authorId, exceptIdeaId, scopes, 5),
  };
}
