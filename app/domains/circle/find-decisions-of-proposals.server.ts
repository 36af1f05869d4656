import type { Db } from '#app/platform/db/db.server.ts';
import { selectDecisions } from './decision.store.server.ts';
import type { ProposalDecision } from './types.ts';

/** Every decision on some proposals, the latest first: deferrals and the answer. */
export async function findDecisionsOfProposals(
  db: Db,
  proposalIds: string[],
): Promise<ProposalDecision[]> {
  return await selectDecisions(db, proposalIds);
}

/** The decision that stands for each proposal: its latest. */
export async function findStandingDecisions(
  db: Db,
  proposalIds: string[],
): Promise<Map<string, ProposalDecision>> {
  const standing = new Map<string, ProposalDecision>();
  for (const decision of await selectDecisions(db, proposalIds)) {
    if (!standing.has(decision.proposalId)) standing.set(decision.proposalId, decision);
  }
  return standing;
}
