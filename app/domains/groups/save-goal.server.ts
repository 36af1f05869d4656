import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import type { GoalInput } from './schema.ts';
import { countPlaces, deleteGoal, upsertGoal } from './goal.store.server.ts';
import { listGoalValues } from './list-goals.server.ts';
import { canSetGoals } from './policy.ts';
import { isGoalOfMeeting, leastShare } from './rules.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

type Scope = { planId: string; meetingId: string | null; capacity: number | null };

/** Whose goal: a meeting's, with its places, or the whole plan's (null). */
async function scopeOf(tx: Tx, actor: Actor, meetingId: string | null): Promise<Scope> {
  if (meetingId === null) {
    authorize(canSetGoals(actor, null));
    const plan = await findActivePlan(tx);
    if (!plan) throw notFound('page_not_found');
    return { planId: plan.id, meetingId, capacity: null };
  }
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canSetGoals(actor, meeting));
  if (meeting.state === 'cancelado' || meeting.closedAt) throw conflict('meeting_over');
  return { planId: meeting.planId, meetingId: meeting.id, capacity: meeting.capacity };
}

/** Refuses a goal that one meeting may not have, or that would be about a few people. */
async function authorizeAim(tx: Tx, scope: Scope, input: GoalInput): Promise<void> {
  const of = scope.meetingId === null ? 'plan' : 'meeting';
  if (of === 'meeting' && !isGoalOfMeeting(input.variable))
    throw fieldErrors({ a_quien: 'goal_of_plan_only' });
  const places = of === 'plan' ? await countPlaces(tx, scope.planId) : scope.capacity;
  const least = leastShare(of, places);
  if (least > 1) throw fieldErrors({ proporcion: 'goal_without_room' });
  if (input.share < least)
    throw fieldErrors({ proporcion: `goal_of_few|least=${Math.ceil(least * 100)}` });
}

/** Sets whom a meeting, or the plan, wants to reach; a goal for the same people takes the new numbers. */
export async function saveGoal(
  actor: Actor,
  meetingId: string | null,
  input: GoalInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const scope = await scopeOf(tx, actor, meetingId);
    const values = (await listGoalValues(tx, 'es'))[input.variable];
    if (!values.some((option) => option.value === input.value))
      throw fieldErrors({ a_quien: 'choose_one' });
    await authorizeAim(tx, scope, input);
    const goal = {
      variable: input.variable,
      value: input.value,
      share: input.share,
      tolerance: input.tolerance,
    };
    await upsertGoal(tx, {
      id: newId(),
      planId: scope.planId,
      meetingId: scope.meetingId,
      ...goal,
      source: input.source,
      createdBy: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'groups.goal-saved',
      subjectKind: scope.meetingId ? 'meeting' : 'plan',
      subjectId: scope.meetingId ?? scope.planId,
      data: goal,
    });
  });
}

/** Takes a goal back; one that is gone stays gone. */
export async function dropGoal(actor: Actor, meetingId: string | null, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const scope = await scopeOf(tx, actor, meetingId);
    const gone = await deleteGoal(tx, id, scope.planId, scope.meetingId);
    if (gone)
      await recordAudit(tx, actor, {
        action: 'groups.goal-dropped',
        subjectKind: scope.meetingId ? 'meeting' : 'plan',
        subjectId: scope.meetingId ?? scope.planId,
        data: gone,
      });
  });
}
