import { sql } from 'kysely';
import type { FrozenAnswers } from '#app/domains/declarations/measures.ts';
import type { Db } from '#app/platform/db/db.server.ts';

/** Who stands behind proposals. Only the worker's role may read what they declared. */

/** Proposals before the Circle, with how many support or signed their ideas: what tells whether to look again. */
export async function selectBackedProposals(db: Db): Promise<{ id: string; planId: string }[]> {
  const { rows } = await sql<{ id: string; planId: string }>`
    select p.id, c.plan_id as "planId" from proposal p join commitment c on c.id = p.commitment_id join plan on plan.id = c.plan_id and plan.state = 'active' where p.state = 'enviada' order by p.id`.execute(db);
  return rows;
}

/**
 * Each person behind the ideas of a proposal once: those who support one, under what their account said of itself when they
 * did; and those who signed one at a workshop, under what their registration froze. Without names or ids.
 */
export async function selectBackers(db: Db, proposalId: string): Promise<{ answers: FrozenAnswers | null; year: number }[]> {
  const { rows } = await sql<{ answers: FrozenAnswers | null; year: number }>`
    with supporter as (
      select s.person_id, min(s.created_at) as at from support s join proposal_idea i on i.idea_id = s.idea_id where i.proposal_id = ${proposalId}::uuid group by s.person_id
    ), signer as (
      select distinct r.id, r.person_id from proposal_idea i join table_idea t on t.idea_id = i.idea_id and t.dropped_at is null join table_idea_owner o on o.table_idea_id = t.id join registration r on r.id = o.registration_id and r.state <> 'unida'
      where i.proposal_id = ${proposalId}::uuid and not exists (select from supporter s where s.person_id = r.person_id)
    )
    select (select d.answers from declared.profile d where d.person_id = s.person_id and d.declared_at <= s.at order by d.declared_at desc limit 1) as answers, extract(year from s.at at time zone 'America/Bogota')::int as year from supporter s
    union all
    select d.answers, extract(year from coalesce(d.declared_at, now()) at time zone 'America/Bogota')::int from signer g left join declared.declaration d on d.registration_id = g.id`.execute(db);
  return rows;
}
