import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Counted } from './tables.ts';
import type { TallyRow } from './tally.ts';

/** Counts in the protected schema: only the worker's role reads and writes them. */

/**
 * Takes a meeting whose counts changed, so that a change made meanwhile marks it again; null when
 * there is none.
 */
export async function takeRecount(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    delete from declared.recount
    where meeting_id = (
      select meeting_id
      from declared.recount
      order by meeting_id
      limit 1
      for update skip locked
    )
    returning meeting_id as id
  `.execute(tx);
  return rows[0]?.id ?? null;
}

/**
 * Who took part in a meeting, without names. Null when what they declared was deleted with its
 * time: its counts stay as they were.
 */
export async function selectPresent(
  tx: Tx,
  meetingId: string,
): Promise<{ id: string; registered: boolean; attended: boolean; contributed: boolean }[] | null> {
  const { rows } = await sql<{
    id: string;
    registered: boolean;
    attended: boolean;
    contributed: boolean;
    purged: boolean;
  }>`
    select r.id, r.state in ('inscrita', 'en_espera', 'ofrecida') as registered,
      r.purged_at is not null as purged,
      exists (
        select from check_in c where c.registration_id = r.id and c.undone_at is null
      ) as attended,
      exists (
        select
        from table_idea_owner o
          join table_idea t on t.id = o.table_idea_id and t.dropped_at is null
        where o.registration_id = r.id
      ) as contributed
    from registration r
    where r.meeting_id = ${meetingId}::uuid and r.state <> 'unida'
  `.execute(tx);
  return rows.some((row) => row.purged) ? null : rows;
}

export async function selectTally(tx: Tx, meetingId: string): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`
    select population, measure, value, people
    from declared.tally
    where meeting_id = ${meetingId}::uuid
    order by array_position(array['inscritas', 'asistieron', 'aportaron'], population), measure,
      value
  `.execute(tx);
  return rows;
}

/** Writes the counts of a meeting anew, under the next version. */
export async function replaceTally(tx: Tx, meetingId: string, rows: TallyRow[]): Promise<void> {
  await sql`delete from declared.tally where meeting_id = ${meetingId}::uuid`.execute(tx);
  await sql`
    insert into declared.tally (meeting_id, population, measure, value, people)
    select ${meetingId}::uuid, population, measure, value, people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
      population text, measure text, value text, people integer
    )
  `.execute(tx);
  await sql`
    insert into declared.tallied (meeting_id, version)
    values (${meetingId}::uuid, 1)
    on conflict (meeting_id) do update
    set version = tallied.version + 1
  `.execute(tx);
}

/**
 * A plan's meetings that were held and closed (or ended three days ago) and counted, each with the
 * version of its counts.
 */
export async function selectTallied(db: Db, planId: string, at: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select m.id, v.version, m.kind, m.starts_at as "startsAt",
      coalesce(
        (
          select array_agg(c.slug order by c.number)
          from meeting_commitment mc
            join commitment c on c.id = mc.commitment_id
          where mc.meeting_id = m.id
        ),
        '{}'
      ) as commitments
    from meeting m
      join declared.tallied v on v.meeting_id = m.id
    where m.plan_id = ${planId}::uuid
      and m.state in ('publicado', 'con_acta')
      and (
        m.closed_at is not null
        and m.ends_at < ${at}
        or m.ends_at < ${at}::timestamptz - interval '3 days'
      )
      and exists (select from declared.tally t where t.meeting_id = m.id)
    order by m.id
  `.execute(db);
  return rows;
}

/** The counts of meetings, by their ids. */
export async function selectCounts(db: Db, meetingIds: string[]): Promise<Map<string, TallyRow[]>> {
  const { rows } = await sql<{ id: string; rows: TallyRow[] }>`
    select meeting_id as id,
      jsonb_agg(
        jsonb_build_object(
          'population', population, 'measure', measure, 'value', value, 'people', people
        )
      ) as rows
    from declared.tally
    where meeting_id = any(${meetingIds}::uuid[])
    group by meeting_id
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.rows]));
}
