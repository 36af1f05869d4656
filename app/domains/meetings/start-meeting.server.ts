import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getMeetingDraft } from './get-meeting-draft.server.ts';
import { getProposal } from './list-proposals.server.ts';
import { valuesOfCopy, valuesOfNew, type MeetingValues } from './meeting-values.ts';
import type { MeetingProposal } from './types.ts';

/** With what the form of a new meeting begins: what was saved of one, an earlier one, or nothing. */
export async function startMeeting(
  db: Db,
  actor: Actor,
  from: { proposal: string | null; copy: string | null; commitment: string | null },
): Promise<{ initial: MeetingValues; proposal: MeetingProposal | null; settles: boolean }> {
  const proposal = from.proposal === null ? null : await getProposal(db, actor, from.proposal);
  const blank = valuesOfNew(now());
  const settles = hasRole(actor, 'coordinacion') && proposal?.state === 'enviada';
  if (proposal) return { initial: { ...blank, ...proposal.content }, proposal, settles };
  if (from.copy !== null) {
    const { meeting, onlineUrl } = await getMeetingDraft(db, actor, from.copy);
    return { initial: { ...blank, ...valuesOfCopy(meeting, onlineUrl) }, proposal, settles };
  }
  const initial = from.commitment === null ? blank : { ...blank, compromisos: [from.commitment] };
  return { initial, proposal, settles };
}
