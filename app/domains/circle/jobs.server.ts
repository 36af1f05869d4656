import { inTransaction } from '#app/platform/db/db.server.ts';
import { handle, type Handler } from '#app/platform/jobs/define-job.ts';
import { lockProposal } from '#app/domains/proposals/lock-proposal.server.ts';
import { tellPeople } from '#app/domains/proposals/tell-people.server.ts';
import { selectDecision } from './decision.store.server.ts';
import { tellDecision } from './jobs.ts';

/** Tells everybody behind the ideas what was decided, once each, some hundred a transaction; safe to repeat. */
export async function tellDecided(decisionId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await inTransaction(async (tx) => {
      const found = await selectDecision(tx, decisionId);
      if (!found) return false;
      const proposal = await lockProposal(tx, found.proposalId);
      return await tellPeople(tx, {
        kind: found.decision === 'aplazada' ? 'proposal_deferred' : 'proposal_decided',
        proposalId: proposal.id,
        ideaIds: proposal.ideas.map((idea) => idea.id),
        ref: decisionId,
        params: {
          title: proposal.title,
          number: proposal.number,
          decision: found.decision,
          ...(found.until ? { until: found.until } : {}),
        },
      });
    });
  }
}

export const jobs: Handler[] = [
  handle(tellDecision, async ({ decisionId }) => await tellDecided(decisionId)),
];
