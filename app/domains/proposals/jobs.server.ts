import { inTransaction } from '#app/platform/db/db.server.ts';
import { handle, type Handler } from '#app/platform/jobs/define-job.ts';
import { tellIdeasEnded, tellProposalSent } from './jobs.ts';
import { tellEnded } from './tell-ended.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { tellPeople } from './tell-people.server.ts';

/** Tells everybody behind the ideas of a sent proposal, some hundred a transaction; safe to repeat. */
export async function tellSent(proposalId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await inTransaction(async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      const ideaIds = proposal.ideas.map((idea) => idea.id);
      return await tellPeople(tx, {
        kind: 'idea_in_proposal',
        proposalId,
        ideaIds,
        params: { title: proposal.title, number: proposal.number },
      });
    });
  }
}

export const jobs: Handler[] = [
  handle(tellProposalSent, async ({ proposalId }) => await tellSent(proposalId)),
  handle(tellIdeasEnded, async ({ endingId }) => await tellEnded(endingId)),
];
