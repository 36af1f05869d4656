import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { cancelRegistrations } from './jobs.ts';
import { markCancelled, markClosed, markPublished } from './change.store.server.ts';
import { canRunMeeting } from './policy.ts';
import type { Meeting } from './types.ts';
import { holdMeeting } from './get-any-meeting.server.ts';

/** A meeting that the actor runs, held until the transaction ends. */
export async function lockRun(tx: Tx, actor: Actor, id: string | undefined): Promise<Meeting> {
  const meeting = await holdMeeting(tx, id);
  authorize(canRunMeeting(actor, meeting));
  return meeting;
}

/** Publishes a drafted meeting: everybody sees it, and its registration opens at its time. */
export async function publishMeeting(actor: Actor, id: string | undefined): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, id);
    if (meeting.state !== 'borrador') throw conflict('meeting_published');
    if (meeting.startsAt <= now()) throw conflict('meeting_in_the_past');
    await markPublished(tx, meeting.id, now());
    await recordAudit(tx, actor, {
      action: 'meetings.meeting-published',
      subjectKind: 'meeting',
      subjectId: meeting.id,
    });
  });
}

/** Cancels a meeting with its reason; everybody registered is told. */
export async function cancelMeeting(
  actor: Actor,
  id: string | undefined,
  reason: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, id);
    if (meeting.state === 'cancelado') throw conflict('meeting_cancelled');
    if (meeting.state === 'con_acta' || meeting.endsAt <= now()) throw conflict('meeting_over');
    await markCancelled(tx, meeting.id, now(), reason);
    await recordAudit(tx, actor, {
      action: 'meetings.meeting-cancelled',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { reason },
    });
    await enqueue(tx, cancelRegistrations, { meetingId: meeting.id });
  });
}

/** Closes a meeting that took place: from here on its facilitators see neither names, contacts nor needs. */
export async function closeMeeting(actor: Actor, id: string | undefined): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, id);
    if (meeting.closedAt) throw conflict('meeting_over');
    if (meeting.endsAt > now()) throw conflict('meeting_not_over');
    await markClosed(tx, meeting.id, now());
    await recordAudit(tx, actor, {
      action: 'meetings.meeting-closed',
      subjectKind: 'meeting',
      subjectId: meeting.id,
    });
  });
}
