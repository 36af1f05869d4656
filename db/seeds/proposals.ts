import { getDb } from '#app/platform/db/db.server.ts';
import { draftProposal } from '#app/domains/proposals/draft-proposal.server.ts';
import { tellSent } from '#app/domains/proposals/jobs.server.ts';
import { readyProposal } from '#app/domains/proposals/ready-proposal.server.ts';
import { NewProposalForm } from '#app/domains/proposals/schema.ts';
import { sendProposal } from '#app/domains/proposals/send-proposal.server.ts';
import { proposals } from './content/proposals.ts';
import type { ProposalContent } from './content/types.ts';
import type { Cast } from './accounts.ts';
import { idOf, type Ids } from './ideas.ts';
import { momentOf, type Act } from './timeline.ts';

/** How long the one proposal that waits too long has been late. */
export const lateDays = 4;

/** Building dossiers, and sending them to the Circle. */
export function proposalActs(seededAt: Date, cast: Cast, ideaIds: Ids, proposalIds: Ids): Act[] {
  return proposals.flatMap((proposal) => {
    const moderator = cast(proposal.createdBy);
    const { fate, key } = proposal;
    const acts: Act[] = [
      {
        daysAgo: proposal.createdDaysAgo,
        run: async () =>
          proposalIds.set(key, (await draftProposal(moderator, inputOf(proposal, ideaIds))).id),
      },
    ];
    if (fate.kind === 'draft') return acts;
    acts.push({
      daysAgo: fate.readyDaysAgo,
      run: async () => await readyProposal(moderator, idOf(proposalIds, key)),
    });
    if (fate.kind === 'ready') return acts;
    const send = async () => {
      await sendProposal(moderator, idOf(proposalIds, key));
      // Those behind the ideas hear of it on that day, not when the worker first runs.
      await tellSent(idOf(proposalIds, key));
      if (fate.kind === 'sent' && fate.overdue)
        await bringForward(idOf(proposalIds, key), momentOf(seededAt, lateDays));
    };
    return [...acts, { daysAgo: fate.sentDaysAgo, run: send }];
  });
}

function inputOf(proposal: ProposalContent, ideaIds: Ids) {
  const form = {
    compromiso: proposal.commitment,
    titulo: proposal.title,
    problema: proposal.problem,
    propuesta: proposal.body,
    ideas: proposal.ideas.map(({ idea }) => idOf(ideaIds, idea)),
  };
  return {
    ...NewProposalForm.parse(form),
    taken: Object.fromEntries(
      proposal.ideas.map(({ idea, taken }) => [idOf(ideaIds, idea), taken]),
    ),
  };
}

/**
 * The Circle has sixty days to answer and the story lasts thirty: what shows how being late looks
 * gets an earlier date.
 */
async function bringForward(proposalId: string, dueAt: Date): Promise<void> {
  await getDb()
    .updateTable('proposal')
    .set({ due_at: dueAt })
    .where('id', '=', proposalId)
    .execute();
}
