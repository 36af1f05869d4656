import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockProposalRow } from './store.server.ts';
import type { LockedProposal } from './types.ts';

/**
 * Locks a proposal for the rest of the transaction and reads it as it now is: who decides, votes or edits
 * waits here.
 */
export async function lockProposal(tx: Tx, id: string | undefined): Promise<LockedProposal> {
  const proposal = isId(id) ? await lockProposalRow(tx, id) : null;
  if (!proposal) throw notFound('page_not_found');
  return proposal;
}
