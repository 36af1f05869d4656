import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { tellAllotted } from './jobs.ts';
import { markAllotted } from '#app/domains/meetings/mark-meeting.server.ts';
import { orderWaiting, seatWaiting, selectStanding } from './place.store.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/**
 * Gives the places of a meeting that draws them, in the order that the draw made: the first get the
 * places that are left, the others wait in that order, and behind them who is not in it, by
 * arrival. Everybody is told. Without an order nothing was drawn, since there is room for all. The
 * caller holds the meeting's lock.
 */
export async function allotPlaces(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  order: readonly string[] | null,
): Promise<void> {
  const waiting = (await selectStanding(tx, meeting.id)).waiting.map(({ id }) => id);
  const drawn = new Set(order);
  const still = new Set(waiting);
  const all = [
    ...(order ?? []).filter((id) => still.has(id)),
    ...waiting.filter((id) => !drawn.has(id)),
  ];
  const seated = all.slice(0, placesLeft(meeting));
  await markAllotted(tx, meeting.id, now());
  await seatWaiting(tx, meeting.id, seated, now());
  for (const id of seated)
    await recordAudit(tx, actor, {
      action: 'registration.place-drawn',
      subjectKind: 'registration',
      subjectId: id,
      data: { meetingId: meeting.id },
    });
  await orderWaiting(tx, meeting.id, all.slice(seated.length));
  await enqueue(tx, tellAllotted, { meetingId: meeting.id, drawn: order !== null });
}
