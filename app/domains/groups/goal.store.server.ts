import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Goal, GoalVariable, Preparation } from './call.types.ts';

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
    variable: row.variable as GoalVariable,
    value: row.value,
    share: Number(row.share),
    tolerance: Number(row.tolerance),
    source: row.source,
  }));
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

const facilitatesNow = sql`g.role = 'facilitacion' and g.revoked_at is null`;

/** People who facilitate a meeting at a moment: by itself, by one of its commitments, or all of them. */
export async function selectFacilitators(
  db: Db,
  meetingId: string,
  at: Date,
): Promise<{ id: string; name: string; email: string | null; locale: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string | null; locale: string }>`
    select distinct p.id, p.name, p.email, p.locale
    from role_grant g
      join person p on p.id = g.person_id and p.erased_at is null
    where ${facilitatesNow}
      and g.starts_at <= ${at}
      and (g.ends_at is null or g.ends_at > ${at})
      and (
        g.scope_id is null
        or g.scope_id = ${meetingId}
        or g.scope_id in (
          select commitment_id::text
          from meeting_commitment
          where meeting_id = ${meetingId}::uuid
        )
      )
    order by p.name, p.id
  `.execute(db);
  return rows;
}

/** People who coordinate at a moment. */
export async function selectCoordinators(
  db: Db,
  at: Date,
): Promise<{ id: string; name: string; email: string | null; locale: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string | null; locale: string }>`
    select distinct p.id, p.name, p.email, p.locale
    from role_grant g
      join person p on p.id = g.person_id and p.erased_at is null
    where g.role = 'coordinacion'
      and g.revoked_at is null
      and g.starts_at <= ${at}
      and (g.ends_at is null or g.ends_at > ${at})
    order by p.name, p.id
  `.execute(db);
  return rows;
}

/** How far meetings are prepared, by their ids. */
export async function selectPreparations(
  db: Db,
  meetingIds: string[],
  at: Date,
): Promise<Map<string, Preparation>> {
  if (meetingIds.length === 0) return new Map();
  const { rows } = await sql<Preparation & { id: string }>`
    select m.id,
      (
        select count(distinct g.person_id)::int
        from role_grant g
        where ${facilitatesNow}
          and g.starts_at <= ${at}
          and (g.ends_at is null or g.ends_at > ${at})
          and (
            g.scope_id is null
            or g.scope_id = m.id::text
            or g.scope_id in (
              select commitment_id::text from meeting_commitment where meeting_id = m.id
            )
          )
      ) as facilitators,
      (
        select count(*)::int
        from participation_goal p
        where p.plan_id = m.plan_id and (p.meeting_id = m.id or p.meeting_id is null)
      ) as goals,
      (select count(*)::int from invitation i where i.meeting_id = m.id) as invited,
      (
        select count(*)::int
        from registration_need s
          join registration r on r.id = s.registration_id
        where r.meeting_id = m.id and r.state not in ('cancelada', 'unida') and s.state = 'pedido'
      ) as "openSupports",
      (
        select count(*)::int
        from registration_duplicate d
          join registration r on r.id = d.registration_id
        where r.meeting_id = m.id and d.outcome is null
      ) as "openDuplicates"
    from meeting m
    where m.id = any(${meetingIds}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, ...done }) => [id, done]));
}
