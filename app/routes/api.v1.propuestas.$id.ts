import { authorize } from '#app/kernel/verdict.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { findStandingDecisions } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { proposalApiView } from '#app/domains/proposals/api-view.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { canSeeProposal } from '#app/domains/proposals/policy.ts';

/** `GET /api/v1/propuestas/:id`: only what everybody may see, whoever asks. */
export const loader = api(async ({ visit, params }) => {
  const proposal = await getProposal(visit.db, params['id'], visit.locale);
  authorize(canSeeProposal(null, proposal));
  const decisions = await findStandingDecisions(visit.db, [proposal.id]);
  return proposalApiView(proposal, decisions.get(proposal.id), config().baseUrl);
});
