import type { Db } from '#app/platform/db/db.server.ts';
import { selectDecisionsOfIdea } from './decision.store.server.ts';
import type { DecisionOfIdea } from './types.ts';

/** What the Circle answered about an idea, the latest first: with reasons, what was taken, what was not and why. */
export async function findDecisionsOfIdea(db: Db, ideaId: string): Promise<DecisionOfIdea[]> {
  return await selectDecisionsOfIdea(db, ideaId);
}
