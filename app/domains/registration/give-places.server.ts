import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { giveByGoals } from './jobs.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { freePlaceFor, openTo, withPlace } from './place.rules.ts';
import { offerTo, selectNextWaiting } from './place.store.server.ts';
import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import { offerEnd } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { Channel } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** Whether free places of a meeting are offered to who waits: until it begins, and not before its draw. */
export function isOffering(meeting: Meeting): boolean {
  return meeting.state === 'publicado' && now() < meeting.startsAt && !awaitsDraw(meeting);
}

/**
 * Offers every free place to those who wait and may have it, in their order, and tells them. The
 * caller holds the meeting's lock, so that two cancellations at once free two places for two people.
 * By the goals only the worker can choose, who may read what people declared: it is asked to in the
 * same transaction.
 */
export async function givePlaces(tx: Tx, actor: Actor, meeting: Meeting): Promise<void> {
  if (!isOffering(meeting) || meeting.waiting === 0) return;
  if (meeting.allocation === 'metas') {
    if (openTo(meeting)) await enqueue(tx, giveByGoals, { meetingId: meeting.id });
    return;
  }
  let places = meeting;
  for (let open = openTo(places); open !== null; open = openTo(places)) {
    const next = await selectNextWaiting(tx, meeting.id, open === 'assisted');
    if (!next) return;
    places = await offerPlace(tx, actor, places, next);
  }
}

/**
 * Offers a free place to somebody who waits and may have it, and tells them; the meeting with one
 * place less.
 */
export async function offerPlace(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  who: { id: string; channel: Channel },
): Promise<Meeting> {
  // Who is called keeps the offer until a day after the first call that was tried.
  const ends = { mailed: offerEnd(meeting, now()), called: meeting.startsAt };
  const kind = certain(freePlaceFor(meeting, who.channel));
  const person = await offerTo(tx, who.id, kind, ends, now());
  await recordAudit(tx, actor, {
    action: 'registration.place-offered',
    subjectKind: 'registration',
    subjectId: person.id,
    data: { meetingId: meeting.id },
  });
  await tell(tx, person, meeting, 'offered', { until: ends.mailed });
  return withPlace(meeting, kind);
}

/** The same, after taking the meeting's lock and counting again. */
export async function givePlacesOf(tx: Tx, actor: Actor, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting) await givePlaces(tx, actor, meeting);
}
