import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockMeeting } from './meeting.store.server.ts';
import { offerNext } from './registration.store.server.ts';
import { offerEnd, placesLeft } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { Meeting } from './types.ts';

/**
 * Offers every free place to those who wait, in their order, and tells them. The caller holds the meeting's lock, so
 * that two cancellations at once free two places for two people.
 */
export async function givePlaces(tx: Tx, actor: Actor, meeting: Meeting): Promise<void> {
  let free = placesLeft(meeting);
  while (free > 0 && meeting.state === 'publicado' && now() < meeting.startsAt) {
    const until = offerEnd(meeting, now());
    const person = await offerNext(tx, meeting.id, until, now());
    if (!person) return;
    free -= 1;
    await recordAudit(tx, actor, { action: 'workshops.place-offered', subjectKind: 'registration', subjectId: person.id, data: { meetingId: meeting.id } });
    await tell(tx, person, meeting, 'offered', { until });
  }
}

/** The same, after taking the meeting's lock and counting again. */
export async function givePlacesOf(tx: Tx, actor: Actor, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting) await givePlaces(tx, actor, meeting);
}
