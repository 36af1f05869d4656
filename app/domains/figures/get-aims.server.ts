import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { readProgress } from './get-figures.server.ts';
import type { GoalProgress } from './goal-progress.ts';

/**
 * Whom a meeting aims at, and how those goals stand in what is published of the plan's workshops.
 * Nothing here comes from who registered for it: whoever can register invented people could read
 * one real person's answer off any figure that moves.
 */
export async function getAims(db: Db, actor: Actor, meeting: Meeting): Promise<GoalProgress[]> {
  authorize(canRunMeeting(actor, meeting));
  return await readProgress(db, (await listGoals(db, meeting)).inForce);
}
