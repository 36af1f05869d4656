import { sql } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Preparation } from './types.ts';

/** Somebody who works for a meeting, and how they are written to. */
export type Staff = { id: string; name: string; email: string | null; locale: string };

const facilitatesNow = sql`g.role = 'facilitacion' and g.revoked_at is null`;

/** People who facilitate a meeting at a moment: by itself, by one of its commitments, or all of them. */
export async function selectFacilitators(db: Db, meetingId: string, at: Date): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
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
export async function selectCoordinators(db: Db, at: Date): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
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
      ) as "openNeeds",
      (
        select count(*)::int
        from registration_duplicate d
          join registration r on r.id = d.registration_id
        where r.meeting_id = m.id and d.outcome is null
      ) as "openDuplicates",
      (
        select count(*)::int
        from registration_call c
          join registration r on r.id = c.registration_id
        where r.meeting_id = m.id
          and c.state = 'abierta'
          and m.starts_at > ${at}
          and m.closed_at is null
      ) as "openCalls"
    from meeting m
    where m.id = any(${meetingIds}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, ...done }) => [id, done]));
}
