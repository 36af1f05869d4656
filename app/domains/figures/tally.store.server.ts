import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { countedAfterDays } from '#app/domains/registration/rules.ts';
import type { Tallied } from './tables.ts';

/** Counts in the protected schema: only the worker's role reads and writes them. */

/** The next meeting of a plan that is closed, or ended three days ago, and was not counted yet. */
export async function selectUncounted(
  tx: Tx,
  planId: string,
  at: Date,
): Promise<{ id: string; kind: string; startsAt: Date; commitments: string[] } | null> {
  const { rows } = await sql<{
    id: string;
    kind: string;
    startsAt: Date;
    commitments: string[];
  }>`
    select m.id, m.kind, m.starts_at as "startsAt",
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
    where m.plan_id = ${planId}::uuid
      and m.state in ('publicado', 'con_acta')
      and (
        m.closed_at is not null
        and m.ends_at < ${at}
        or m.ends_at < ${at}::timestamptz - make_interval(days => ${countedAfterDays})
      )
      and not exists (select from declared.tallied t where t.meeting_id = m.id)
    order by m.ends_at, m.id
    limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** Who took part in a meeting, without names. Null when what they declared was deleted with its time. */
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

/** Writes the counts of a meeting, once. */
export async function insertTally(
  tx: Tx,
  { id, planId, scopes, rows, at }: Tallied & { planId: string; at: Date },
): Promise<void> {
  await sql`
    insert into declared.tallied (meeting_id, plan_id, scopes, counted_at)
    values (${id}::uuid, ${planId}::uuid, ${scopes}::text[], ${at})
  `.execute(tx);
  await sql`
    insert into declared.tally (meeting_id, part, measure, value, people)
    select ${id}::uuid, part, measure, value, people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
      part text, measure text, value text, people integer
    )
  `.execute(tx);
}

/** The meetings of a plan that were counted, in the order in which they were, with their counts. */
export async function selectTallied(db: Db, planId: string): Promise<Tallied[]> {
  const { rows } = await sql<Tallied>`
    select d.meeting_id as id, d.scopes,
      jsonb_agg(
        jsonb_build_object(
          'part', t.part, 'measure', t.measure, 'value', t.value, 'people', t.people
        )
        order by t.part, t.measure, t.value
      ) as rows
    from declared.tallied d
      join declared.tally t on t.meeting_id = d.meeting_id
    where d.plan_id = ${planId}::uuid
    group by d.meeting_id
    order by d.counted_at, d.meeting_id
  `.execute(db);
  return rows;
}
