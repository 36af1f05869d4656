import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { giveByGoals } from './jobs.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { offerNext } from './place.store.server.ts';
import { awaitsDraw, placesLeft } from '#app/domains/meetings/rules.ts';
import { offerEnd } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** Free places that may be offered now. */
export function freePlaces(meeting: Meeting): number {
  return meeting.state === 'publicado' && now() < meeting.startsAt && !awaitsDraw(meeting)
    ? placesLeft(meeting)
    : 0;
}

/**
 * Offers every free place to those who wait and tells them. The caller holds the meeting's lock, so
 * that two cancellations at once free two places for two people. By the goals only the worker can
 * choose, who may read what people declared: it is asked to in the same transaction.
 */
export async function givePlaces(tx: Tx, actor: Actor, meeting: Meeting): Promise<void> {
  const free = Math.min(freePlaces(meeting), meeting.waiting);
  if (free === 0) return;
  if (meeting.allocation === 'metas')
    return await enqueue(tx, giveByGoals, { meetingId: meeting.id });
  for (let given = 0; given < free; given += 1) await offerPlace(tx, actor, meeting);
}

/** Offers a place to the first who waits, or to the one who was chosen. */
export async function offerPlace(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  chosen?: string,
): Promise<void> {
  const until = offerEnd(meeting, now());
  const person = await offerNext(tx, meeting.id, until, now(), chosen);
  if (!person) return;
  await recordAudit(tx, actor, {
    action: 'registration.place-offered',
    subjectKind: 'registration',
    subjectId: person.id,
    data: { meetingId: meeting.id },
  });
  await tell(tx, person, meeting, 'offered', { until });
}

/** The same, after taking the meeting's lock and counting again. */
export async function givePlacesOf(tx: Tx, actor: Actor, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting) await givePlaces(tx, actor, meeting);
}
