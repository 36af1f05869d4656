import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { selectReach, type Reach } from './reach.store.server.ts';

/**
 * How a meeting stands to its goals, for who runs it; null before the first registrations were
 * looked at.
 */
export async function getReach(db: Db, actor: Actor, meeting: Meeting): Promise<Reach | null> {
  authorize(canRunMeeting(actor, meeting));
  return await selectReach(db, meeting.id);
}

/**
 * The goals that those registered for a meeting meet: in words only, so whoever invites to it may
 * know.
 */
export async function findMetGoals(
  db: Db,
  meetingId: string | undefined,
): Promise<ReadonlySet<string>> {
  const reach = isId(meetingId) ? await selectReach(db, meetingId) : null;
  return new Set(reach?.goals.flatMap(({ id, state }) => (state === 'cumplida' ? [id] : [])));
}
