import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockProposal } from '#app/domains/proposals/lock-proposal.server.ts';
import { isPublic } from '#app/domains/proposals/policy.ts';
import type { LockedProposal } from '#app/domains/proposals/types.ts';
import { canActAtTable } from './policy.ts';
import { selectMemberAt } from './member.store.server.ts';
import type { MemberAtTable } from './types.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * Opens the table of a proposal for one act of one member: locks the proposal, so that presence, votes and
 * the decision happen one after another, and refuses who does not sit there and what is not being decided.
 */
export async function openTable(
  tx: Tx,
  actor: Actor,
  proposalId: string | undefined,
): Promise<{ proposal: LockedProposal; member: MemberAtTable }> {
  const proposal = await lockProposal(tx, proposalId);
  if (!isPublic(proposal.state)) throw notFound('page_not_found');
  const member = actor.personId
    ? await selectMemberAt(tx, actor.personId, proposal.commitmentId, civilDay(now()))
    : null;
  authorize(canActAtTable(actor, member));
  if (proposal.state === 'decidida') throw conflict('proposal_decided');
  if (proposal.state === 'aplazada') throw conflict('proposal_deferred');
  return { proposal, member: certain(member) };
}
