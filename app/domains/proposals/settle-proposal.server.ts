import { authorize } from '#app/kernel/decision.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { checkMove, dueAfter } from './rules.ts';
import { updateState } from './store.server.ts';
import type { LockedProposal } from './types.ts';

/** What the Circle makes of a proposal that the caller holds locked: answered, or put off. */
export async function settleProposal(
  tx: Tx,
  proposal: LockedProposal,
  state: 'decidida' | 'aplazada',
): Promise<void> {
  authorize(checkMove(proposal.state, state));
  await updateState(tx, proposal.id, { state });
}

/** Puts a deferred proposal before the Circle again, with a fresh date. */
export async function returnProposal(tx: Tx, proposal: LockedProposal, at: Date): Promise<void> {
  authorize(checkMove(proposal.state, 'enviada'));
  await updateState(tx, proposal.id, { state: 'enviada', dueAt: dueAfter(at) });
}
