import { sql } from 'kysely';
import type { FrozenAnswers } from '#app/domains/declarations/measures.ts';
import type { Db } from '#app/platform/db/db.server.ts';

/**
 * People who acted on ideas, without names or ids: what they had said of themselves when they did.
 * Only the worker's role may read it.
 */
export type Acting = { answers: FrozenAnswers | null; year: number };

/** What somebody had said of themselves when they acted. */
const asTheyWere = sql`
  (
    select d.answers
    from declared.profile d
    where d.person_id = a.person_id and d.declared_at <= a.at
    order by d.declared_at desc
    limit 1
  ) as answers,
  extract(year from a.at at time zone 'America/Bogota')::int as year
`;

/**
 * Each person behind the ideas of each proposal before the Circle, once a proposal: those who
 * support one, under what their account said of itself when they did; and those who signed one at a
 * workshop, under what their registration froze.
 */
export async function selectBackers(
  db: Db,
  planId: string,
): Promise<(Acting & { proposalId: string })[]> {
  const { rows } = await sql<Acting & { proposalId: string }>`
    with carried as (
      select i.proposal_id, i.idea_id
      from proposal_idea i
        join proposal p on p.id = i.proposal_id and p.state = 'enviada'
        join commitment c on c.id = p.commitment_id
      where c.plan_id = ${planId}::uuid
    ),
    acted as (
      select i.proposal_id, s.person_id, min(s.created_at) as at
      from carried i
        join support s on s.idea_id = i.idea_id
      group by i.proposal_id, s.person_id
    ),
    signer as (
      select distinct i.proposal_id, r.id
      from carried i
        join table_idea t on t.idea_id = i.idea_id and t.dropped_at is null
        join table_idea_owner o on o.table_idea_id = t.id
        join registration r on r.id = o.registration_id and r.state <> 'unida'
      where not exists (
        select
        from acted s
        where s.proposal_id = i.proposal_id and s.person_id = r.person_id
      )
    )
    select a.proposal_id as "proposalId", ${asTheyWere}
    from acted a
    union all
    select g.proposal_id, d.answers,
      extract(year from coalesce(d.declared_at, now()) at time zone 'America/Bogota')::int
    from signer g
      left join declared.declaration d on d.registration_id = g.id
  `.execute(db);
  return rows;
}

/** Everybody who supports an idea of a plan, once, as they were when they first did. */
export async function selectSupporters(db: Db, planId: string): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    with acted as (
      select s.person_id, min(s.created_at) as at
      from support s
        join idea i on i.id = s.idea_id
        join commitment c on c.id = i.commitment_id
      where c.plan_id = ${planId}::uuid
      group by s.person_id
    )
    select ${asTheyWere}
    from acted a
  `.execute(db);
  return rows;
}

/** Everybody who wrote an idea of a plan that is public, once, as they were when they first did. */
export async function selectAuthors(db: Db, planId: string): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    with acted as (
      select i.author_id as person_id, min(i.created_at) as at
      from idea i
        join commitment c on c.id = i.commitment_id
      where c.plan_id = ${planId}::uuid and i.state = 'publicada' and i.author_id is not null
      group by i.author_id
    )
    select ${asTheyWere}
    from acted a
  `.execute(db);
  return rows;
}
