import type { Db } from '#app/platform/db/db.server.ts';
import { selectComments } from './comment.store.server.ts';
import type { CommentView } from './types.ts';

export type Thread = CommentView & { answers: CommentView[] };

/** The conversation under an idea: comments with their answers, oldest first. */
export async function listComments(
  db: Db,
  ideaId: string,
  viewerId: string | null = null,
): Promise<Thread[]> {
  const comments = await selectComments(db, ideaId, viewerId);
  const threads = comments
    .filter((comment) => comment.parentId === null)
    .map((comment): Thread => ({ ...comment, answers: [] }));
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  for (const comment of comments)
    if (comment.parentId) byId.get(comment.parentId)?.answers.push(comment);
  return threads;
}
