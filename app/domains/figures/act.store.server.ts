import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { cityZone } from '#app/platform/city/city-zone.server.ts';
import type { FrozenAnswers } from '#app/domains/declarations/measures.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { ActCount, Batch } from './acts.ts';

/**
 * People who acted on ideas, without names or ids: what they had said of themselves when they first
 * did. Only the worker's role may read it.
 */
export type Acting = { answers: FrozenAnswers | null; year: number };

/** What somebody had said of themselves when they acted. */
const asTheyWere = () => sql`
  (
    select d.answers
    from declared.profile d
    where d.person_id = a.person_id and d.declared_at <= a.at
    order by d.declared_at desc
    limit 1
  ) as answers,
  extract(year from a.at at time zone ${cityZone()})::int as year
`;

/**
 * Who acted in a plan, with their first act and the moment from which they are counted: not before
 * their account was so many days old.
 */
const actedIn = (planId: string, population: Batch['population'], days: number) => sql`
  select f.person_id, f.at,
    greatest(f.at, p.created_at + make_interval(days => ${days}::int)) as counts_from
  from (
    ${
      population === 'apoyan'
        ? sql`
            select s.person_id, min(s.created_at) as at
            from support s
              join idea i on i.id = s.idea_id
              join commitment c on c.id = i.commitment_id
            where c.plan_id = ${planId}::uuid
            group by s.person_id
          `
        : sql`
            select i.author_id as person_id, min(i.published_at) as at
            from idea i
              join commitment c on c.id = i.commitment_id
            where c.plan_id = ${planId}::uuid and i.state = 'publicada' and i.author_id is not null
            group by i.author_id
          `
    }
  ) f
    join person p on p.id = f.person_id
`;

/** Who is to be counted next: since the last batch, once a person. */
export async function selectNewActing(
  tx: Tx,
  { planId, population, since, until }: Batch & { planId: string; since: Date | null },
  days: number,
): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    with acted as (${actedIn(planId, population, days)})
    select ${asTheyWere()}
    from acted a
    where a.counts_from <= ${until} and (${since}::timestamptz is null or a.counts_from > ${since})
  `.execute(tx);
  return rows;
}

/** The batches of a plan, oldest first. */
export async function selectBatches(db: Db, planId: string): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select id, population, counted_until as until
    from declared.act_batch
    where plan_id = ${planId}::uuid
    order by counted_until, id
  `.execute(db);
  return rows;
}

export async function insertBatch(tx: Tx, planId: string, batch: Batch): Promise<void> {
  await sql`
    insert into declared.act_batch (id, plan_id, population, counted_until)
    values (${batch.id}::uuid, ${planId}::uuid, ${batch.population}, ${batch.until})
  `.execute(tx);
}

export async function insertActCounts(tx: Tx, counts: readonly ActCount[]): Promise<void> {
  await sql`
    insert into declared.act_tally (batch_id, proposal_id, measure, value, people)
    select "batchId", "proposalId", measure, value, people
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as t(
      "batchId" uuid, "proposalId" uuid, measure text, value text, people integer
    )
  `.execute(tx);
}

/** Everything that was counted of acts in a plan. */
export async function selectActCounts(db: Db, planId: string): Promise<ActCount[]> {
  const { rows } = await sql<ActCount>`
    select t.batch_id as "batchId", t.proposal_id as "proposalId", t.measure, t.value, t.people
    from declared.act_tally t
      left join declared.act_batch b on b.id = t.batch_id
      left join declared.backed p on p.proposal_id = t.proposal_id
    where coalesce(b.plan_id, p.plan_id) = ${planId}::uuid
    order by t.proposal_id, t.batch_id, t.measure, t.value
  `.execute(db);
  return rows;
}

/** The proposals before the Circle whose backers were not counted yet. */
export async function selectUnbacked(
  db: Db,
  planId: string,
): Promise<{ id: string; sentAt: Date }[]> {
  const { rows } = await sql<{ id: string; sentAt: Date }>`
    select p.id, p.sent_at as "sentAt"
    from proposal p
      join commitment c on c.id = p.commitment_id
    where c.plan_id = ${planId}::uuid
      and p.state = 'enviada'
      and not exists (select from declared.backed b where b.proposal_id = p.id)
    order by p.sent_at, p.id
  `.execute(db);
  return rows;
}

export async function insertBacked(
  tx: Tx,
  planId: string,
  proposalId: string,
  at: Date,
): Promise<void> {
  await sql`
    insert into declared.backed (proposal_id, plan_id, counted_at)
    values (${proposalId}::uuid, ${planId}::uuid, ${at})
  `.execute(tx);
}

/**
 * Of those who were counted in: how many stand behind this proposal and one that was counted before,
 * and how many behind none of them.
 */
export async function countBeside(
  tx: Tx,
  planId: string,
  proposalId: string,
  days: number,
): Promise<{ others: number; shared: number; outside: number }> {
  const { rows } = await sql<{ others: number; shared: number; outside: number }>`
    with acted as (${actedIn(planId, 'apoyan', days)}),
    counted as (
      select a.person_id
      from acted a
      where a.counts_from <= (
        select max(counted_until)
        from declared.act_batch
        where plan_id = ${planId}::uuid and population = 'apoyan'
      )
    ),
    backing as (
      select s.person_id, p.id = ${proposalId}::uuid as own
      from proposal p
        join proposal_idea i on i.proposal_id = p.id
        join support s on s.idea_id = i.idea_id and s.created_at <= p.sent_at
      where p.id = ${proposalId}::uuid
        or exists (select from declared.backed b where b.proposal_id = p.id)
    )
    select (select count(*)::int from declared.backed where plan_id = ${planId}::uuid) as others,
      count(*) filter (where b.own and b.other)::int as shared,
      count(*) filter (where b.own is null)::int as outside
    from counted c
      left join (
        select person_id, bool_or(own) as own, bool_or(not own) as other
        from backing
        group by person_id
      ) b using (person_id)
  `.execute(tx);
  return first(rows);
}

/**
 * Each person behind a proposal as it reached the Circle, once: those who supported one of its ideas
 * and were counted in by a batch, with that batch. Who was not counted in yet is left out; who signed
 * at a workshop is in the tables of workshops.
 */
export async function selectBackers(
  tx: Tx,
  planId: string,
  { id, sentAt }: { id: string; sentAt: Date },
  days: number,
): Promise<(Acting & { batchId: string })[]> {
  const { rows } = await sql<Acting & { batchId: string }>`
    with carried as (select idea_id from proposal_idea where proposal_id = ${id}::uuid),
    backer as (
      select distinct s.person_id
      from carried i
        join support s on s.idea_id = i.idea_id and s.created_at <= ${sentAt}
    ),
    acted as (${actedIn(planId, 'apoyan', days)})
    select ${asTheyWere()}, batch.id as "batchId"
    from backer b
      join acted a on a.person_id = b.person_id
      join lateral (
        select id
        from declared.act_batch
        where plan_id = ${planId}::uuid and population = 'apoyan' and counted_until >= a.counts_from
        order by counted_until
        limit 1
      ) batch on true
  `.execute(tx);
  return rows;
}
