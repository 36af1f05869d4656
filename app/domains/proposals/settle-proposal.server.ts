import { authorize } from '#app/kernel/verdict.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { mayMove, dueAfter } from './rules.ts';
import { updateState } from './store.server.ts';
import type { LockedProposal } from './types.ts';

/** What the Circle makes of a proposal that the caller holds locked: answered, or put off. */
export async function settleProposal(
  tx: Tx,
  proposal: LockedProposal,
  state: 'decidida' | 'aplazada',
): Promise<void> {
  authorize(mayMove(proposal.state, state));
  await updateState(tx, proposal.id, { state });
}

/** Puts a deferred proposal before the Circle again, with a fresh date. */
export async function returnProposal(tx: Tx, proposal: LockedProposal, at: Date): Promise<void> {
  authorize(mayMove(proposal.state, 'enviada'));
  await updateState(tx, proposal.id, { state: 'enviada', dueAt: dueAfter(at) });
}
