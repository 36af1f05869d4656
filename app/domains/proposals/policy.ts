import { can, hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, notFound } from '#app/kernel/errors.ts';
import { publicStates, type ProposalState } from './types.ts';

/** Whether the proposal has reached the Circle, so that everybody reads it. */
export function isPublic(state: ProposalState): boolean {
  return publicStates.some((known) => known === state);
}

/** Everybody reads what reached the Circle; a draft is only there for the moderators of its commitment. */
export function canSeeProposal(
  actor: Actor | null,
  proposal: { state: ProposalState; commitment: { id: string } },
): Verdict {
  return isPublic(proposal.state) || can(actor, 'proposal.build', proposal.commitment.id)
    ? allow
    : deny(notFound('page_not_found'));
}

/** Moderators build dossiers for the commitments of their scope; another scope's dossier is as if it were not there. */
export function canBuildProposal(actor: Actor | null, commitmentId: string): Verdict {
  if (!hasRole(actor, 'moderacion')) return deny(forbidden('role_missing', { role: 'moderacion' }));
  return can(actor, 'proposal.build', commitmentId) ? allow : deny(notFound('page_not_found'));
}
