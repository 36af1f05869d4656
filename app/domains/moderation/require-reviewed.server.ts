import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { canReadQueue, canReview } from './policy.ts';

/** The idea that a moderator asks for: drafts and other commitments' ideas are as if they were not there. */
export async function requireReviewed(
  db: Db,
  actor: Actor,
  id: string | undefined,
): Promise<IdeaView> {
  authorize(canReadQueue(actor));
  const idea = await getIdea(db, id);
  authorize(canReview(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
  return idea;
}
