import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { kindsOfPhase, liveStates, type MeetingKind } from './types.ts';

/** How many published meetings each locality has, coming and past. */
export async function countMeetingsByLocality(
  db: Db,
  at: Date,
): Promise<{ code: string; coming: number; past: number }[]> {
  const { rows } = await sql<{ code: string; coming: number; past: number }>`
    select m.locality_code as code, count(*) filter (where m.ends_at > ${at})::int as coming,
      count(*) filter (where m.ends_at <= ${at})::int as past
    from meeting m
      join plan on plan.id = m.plan_id and plan.state = 'active'
    where m.state in ('publicado', 'con_acta') and m.locality_code is not null
    group by 1
    order by 1
  `.execute(db);
  return rows;
}

/** When the first and the last published meeting begins; this moment counts as one. */
export async function selectTimeSpan(db: Db, at: Date): Promise<{ first: Date; last: Date }> {
  const { rows } = await sql<{ first: Date; last: Date }>`
    select least(min(starts_at), ${at}::timestamptz) as first,
      greatest(max(starts_at), ${at}::timestamptz) as last
    from meeting
    where state <> 'borrador'
  `.execute(db);
  return first(rows);
}

/**
 * Meetings that took place, by kind: how many, in which localities, and how many people came to those
 * with so many that they are told. A sum with the others would tell them by subtraction.
 */
export async function countPastMeetings(
  db: Db,
  at: Date,
  fewest: number,
): Promise<{ kind: MeetingKind; meetings: number; attended: number; localities: string[] }[]> {
  const { rows } = await sql<{
    kind: MeetingKind;
    meetings: number;
    attended: number;
    localities: string[];
  }>`
    select m.kind, count(*)::int as meetings,
      coalesce(
        sum(coalesce(m.counted, k.n)) filter (where coalesce(m.counted, k.n) >= ${fewest}), 0
      )::int as attended,
      coalesce(
        array_agg(distinct m.locality_code) filter (where m.locality_code is not null), '{}'
      ) as localities
    from meeting m
      join plan on plan.id = m.plan_id and plan.state = 'active'
      left join lateral (
        select count(*) as n
        from check_in
        where check_in.meeting_id = m.id and undone_at is null
      ) k on true
    where m.state in ('publicado', 'con_acta') and m.ends_at <= ${at}
    group by m.kind
    order by meetings desc, m.kind
  `.execute(db);
  return rows;
}

/**
 * Meetings to come whose registration closes earlier or later when the phase of the workshops ends at
 * another moment, and who has or awaits a place of the former.
 */
export async function countByPhaseEnd(
  db: Db,
  planId: string,
  { before, after, at }: { before: Date; after: Date; at: Date },
): Promise<{ shortened: number; people: number; extended: number }> {
  const kinds = kindsOfPhase.filter((kind) => kind !== 'feria').map((kind) => sql.lit(kind));
  const live = sql.join(liveStates.map((state) => sql.lit(state)));
  const { rows } = await sql<{ shortened: number; people: number; extended: number }>`
    with closing as (
      select m.id, least(m.closes_at, ${before}::timestamptz) as before,
        least(m.closes_at, ${after}::timestamptz) as after
      from meeting m
      where m.plan_id = ${planId}::uuid
        and m.state = 'publicado'
        and m.ends_at > ${at}
        and m.kind in (${sql.join(kinds)})
    ),
    changed as (
      select id, after < before and before > ${at} as shortened,
        after > before and after > ${at} as extended
      from closing
    )
    select (count(*) filter (where shortened))::int as shortened,
      (count(*) filter (where extended))::int as extended,
      (
        select count(*)::int
        from registration r
          join changed c on c.id = r.meeting_id and c.shortened
        where r.state in (${live})
      ) as people
    from changed
  `.execute(db);
  return first(rows);
}

/** Whether anybody ever registered for a meeting. */
export async function hasRegistrations(db: Db, meetingId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('registration')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}
