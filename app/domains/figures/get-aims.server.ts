import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Call } from '#app/domains/groups/get-call.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { readProgress } from './get-figures.server.ts';
import type { GoalProgress } from './goal-progress.ts';

/**
 * Whom a meeting aims at, and how those goals stand in what is published of the plan's workshops.
 * Nothing here comes from who registered for it: whoever can register invented people could read
 * one real person's answer off any figure that moves.
 */
export async function getAims(
  db: Db,
  actor: Actor,
  { meeting, goals }: Pick<Call, 'meeting' | 'goals'>,
): Promise<GoalProgress[]> {
  authorize(canRunMeeting(actor, meeting));
  return await readProgress(db, goals.inForce);
}
