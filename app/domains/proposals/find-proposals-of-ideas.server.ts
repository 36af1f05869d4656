import type { Db } from '#app/platform/db/db.server.ts';
import { selectOfIdea } from './list.store.server.ts';
import type { ProposalOfIdea } from './types.ts';

/** The proposals before the Circle that carry an idea, and what each takes of it. Drafts are nobody's business. */
export async function findProposalsOfIdea(db: Db, ideaId: string): Promise<ProposalOfIdea[]> {
  return await selectOfIdea(db, ideaId);
}
