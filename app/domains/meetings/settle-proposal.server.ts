import type { Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { publishMeeting } from './decide-meeting.server.ts';
import { canCallMeeting } from './policy.ts';
import { lockProposal, settleProposal } from './proposal.store.server.ts';
import { callMeeting } from './save-meeting.server.ts';
import type { FacilitatorsInput, MeetingInput } from './schema.ts';
import type { MeetingProposal } from './types.ts';

async function holdSent(tx: Tx, id: string): Promise<MeetingProposal> {
  const proposal = isId(id) ? await lockProposal(tx, id) : null;
  if (!proposal) throw notFound('page_not_found');
  if (proposal.state !== 'enviada') throw conflict('proposal_settled');
  return proposal;
}

/**
 * Coordination calls a proposed meeting, as it stands or changed, and names who proposed it to
 * facilitate it; then it publishes it, or leaves that to them. So nobody gives themselves a list of
 * people: the meeting and the role come from somebody else.
 */
export async function acceptProposal(
  actor: Actor,
  given: { id: string; input: MeetingInput; facilitators: FacilitatorsInput; publish: boolean },
): Promise<{ id: string }> {
  authorize(canCallMeeting(actor));
  const { authorId } = await inTransaction(async (tx) => await holdSent(tx, given.id));
  const { facilitators } = given;
  const meeting = await callMeeting(actor, given.input, {
    ...facilitators,
    ticked: [...new Set([...facilitators.ticked, authorId])],
  });
  if (given.publish) await publishMeeting(actor, meeting.id);
  await inTransaction(async (tx) => {
    await holdSent(tx, given.id);
    await settleProposal(tx, given.id, {
      ...{ state: 'aceptada', note: '', at: now() },
      meetingId: meeting.id,
    });
    await recordAudit(tx, actor, {
      action: 'meetings.proposal-accepted',
      subjectKind: 'meeting-proposal',
      subjectId: given.id,
      data: { meetingId: meeting.id, published: given.publish },
    });
  });
  return meeting;
}

/** Coordination gives a proposal back, and says why. */
export async function returnProposal(actor: Actor, id: string, note: string): Promise<void> {
  authorize(canCallMeeting(actor));
  await inTransaction(async (tx) => {
    await holdSent(tx, id);
    await settleProposal(tx, id, { state: 'devuelta', note, meetingId: null, at: now() });
    await recordAudit(tx, actor, {
      action: 'meetings.proposal-returned',
      subjectKind: 'meeting-proposal',
      subjectId: id,
    });
  });
}
