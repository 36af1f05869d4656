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
import { deleteGoal, upsertGoal } from './goal.store.server.ts';
import { listGoalValues } from './list-goals.server.ts';
import { canSetGoals } from './policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** Whose goal: a meeting's, or the whole plan's (null). */
async function scopeOf(
  tx: Tx,
  actor: Actor,
  meetingId: string | null,
): Promise<{ planId: string; meetingId: string | null }> {
  if (meetingId === null) {
    authorize(canSetGoals(actor, null));
    const plan = await findActivePlan(tx);
    if (!plan) throw notFound('page_not_found');
    return { planId: plan.id, meetingId };
  }
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canSetGoals(actor, meeting));
  if (meeting.state === 'cancelado' || meeting.closedAt) throw conflict('meeting_over');
  return { planId: meeting.planId, meetingId: meeting.id };
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
    const goal = {
      variable: input.variable,
      value: input.value,
      share: input.share,
      tolerance: input.tolerance,
    };
    await upsertGoal(tx, {
      id: newId(),
      ...scope,
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
