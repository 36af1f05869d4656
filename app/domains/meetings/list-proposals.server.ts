import { hasRole, personIdOf, type Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectProposal, selectProposals } from './proposal.store.server.ts';
import type { MeetingProposal, ProposalLine } from './types.ts';

/** What of a proposal stands in a list. */
function lineOf({ content, ...proposal }: MeetingProposal): ProposalLine {
  return { ...proposal, title: [content['titulo'] ?? ''].flat()[0] ?? '' };
}

/** One's own proposals that are no meetings yet; coordination sees besides what was sent to it. */
export async function listProposals(db: Db, actor: Actor): Promise<ProposalLine[]> {
  const sent = hasRole(actor, 'coordinacion');
  const found = await selectProposals(db, { authorId: personIdOf(actor), sent });
  return found.map(lineOf);
}

/** A proposal that this person may open: their own, or one that was sent, for coordination. */
export async function getProposal(db: Db, actor: Actor, id: string): Promise<MeetingProposal> {
  const proposal = isId(id) ? await selectProposal(db, id) : null;
  const reads =
    proposal?.authorId === actor.personId ||
    (hasRole(actor, 'coordinacion') && proposal?.state === 'enviada');
  if (!proposal || !reads) throw notFound('page_not_found');
  return proposal;
}
