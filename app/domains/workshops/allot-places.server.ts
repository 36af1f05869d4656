import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { markAllotted } from './meeting.store.server.ts';
import { orderWaiting, seatWaiting, selectStanding } from './registration.store.server.ts';
import { placesLeft } from './rules.ts';
import { tellMany } from './tell-person.server.ts';
import type { Meeting } from './types.ts';

/**
 * Gives the places of a meeting that draws them, in the order that the draw made: the first get the places that are left,
 * the others wait in that order, and behind them who is not in it, by arrival. The caller holds the meeting's lock.
 */
export async function allotPlaces(tx: Tx, actor: Actor, meeting: Meeting, order: readonly string[]): Promise<{ seated: string[] }> {
  const { waiting } = await selectStanding(tx, meeting.id);
  const drawn = new Set(order);
  const still = new Set(waiting);
  const all = [...order.filter((id) => still.has(id)), ...waiting.filter((id) => !drawn.has(id))];
  const free = placesLeft(meeting);
  await markAllotted(tx, meeting.id, now());
  const seated = await seatWaiting(tx, meeting.id, all.slice(0, free), now());
  for (const { id } of seated) await recordAudit(tx, actor, { action: 'workshops.place-drawn', subjectKind: 'registration', subjectId: id, data: { meetingId: meeting.id } });
  await tellMany(tx, seated, meeting, order.length > 0 ? 'drawn' : 'not_drawn');
  await tellMany(tx, await orderWaiting(tx, meeting.id, all.slice(free)), meeting, 'still_waiting');
  return { seated: seated.map(({ id }) => id) };
}
