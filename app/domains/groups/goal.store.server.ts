import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Goal } from './types.ts';

/** Goals of a meeting, or (null) of the whole plan. */
export async function selectGoals(
  db: Db,
  planId: string,
  meetingId: string | null,
): Promise<Goal[]> {
  const rows = await db
    .selectFrom('participation_goal')
    .select(['id', 'meeting_id', 'variable', 'value', 'share', 'tolerance', 'source'])
    .where('plan_id', '=', planId)
    .where('meeting_id', meetingId === null ? 'is' : '=', meetingId)
    .orderBy('share', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    variable: row.variable,
    value: row.value,
    share: Number(row.share),
    tolerance: Number(row.tolerance),
    source: row.source,
  }));
}

/** The places of all meetings of a plan that were not cancelled. */
export async function countPlaces(db: Db, planId: string): Promise<number> {
  const { places } = await db
    .selectFrom('meeting')
    .select(({ fn }) => fn.sum<string | null>('capacity').as('places'))
    .where('plan_id', '=', planId)
    .where('state', '<>', 'cancelado')
    .executeTakeFirstOrThrow();
  return Number(places ?? 0);
}

/** Writes a goal; one for the same people takes the new numbers. */
export async function upsertGoal(
  tx: Tx,
  goal: Omit<Goal, 'meetingId'> & {
    planId: string;
    meetingId: string | null;
    createdBy: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('participation_goal')
    .values({
      id: goal.id,
      plan_id: goal.planId,
      meeting_id: goal.meetingId,
      variable: goal.variable,
      value: goal.value,
      share: goal.share,
      tolerance: goal.tolerance,
      source: goal.source,
      created_by: goal.createdBy,
      created_at: goal.at,
    })
    .onConflict((oc) =>
      oc
        .constraint('participation_goal_once')
        .doUpdateSet({ share: goal.share, tolerance: goal.tolerance, source: goal.source }),
    )
    .execute();
}

/** Deletes a goal of this meeting, or of the plan; what it was, or null. */
export async function deleteGoal(
  tx: Tx,
  id: string,
  planId: string,
  meetingId: string | null,
): Promise<{ variable: string; value: string } | null> {
  const row = await tx
    .deleteFrom('participation_goal')
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .where('meeting_id', meetingId === null ? 'is' : '=', meetingId)
    .returning(['variable', 'value'])
    .executeTakeFirst();
  return row ?? null;
}
