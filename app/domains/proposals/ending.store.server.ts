import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import type { EndingStage, Unanswered } from './ending.rules.ts';

/** How far an idea stands, where nobody answered it: published and not decided, or not yet reviewed. */
const stage = sql`
  case
    when i.state in ('enviada', 'cuarentena', 'devuelta') then 'por_revisar'
    when i.state <> 'publicada' then null
    when i.step in ('idea', 'revisada') then 'revisada'
    when i.step in ('en_propuesta', 'ante_el_circulo') then i.step
  end
`;
const ofPlan = (planId: string) => sql`
  sent_idea i
    join commitment c on c.id = i.commitment_id and c.plan_id = ${planId}::uuid
`;

/** The ideas of a plan that have no answer, counted by commitment and how far they stand. */
export async function selectUnanswered(
  db: Db,
  planId: string,
  locale: Locale,
): Promise<Unanswered[]> {
  const title = locale === 'es' ? sql`c.short_title_es` : sql`c.short_title_en`;
  const { rows } = await sql<Unanswered>`
    select g.commitment_id as "commitmentId", c.number, ${title} as title, g.stage,
      count(*)::int as ideas
    from (
      select i.commitment_id, ${stage} as stage
      from ${ofPlan(planId)}
    ) g
      join commitment c on c.id = g.commitment_id
    where g.stage is not null
    group by g.commitment_id, c.id, g.stage
    order by c.number,
      array_position(
        array['por_revisar', 'revisada', 'en_propuesta', 'ante_el_circulo'],
        g.stage
      )
  `.execute(db);
  return rows;
}

/** Holds the ideas of a plan that have no answer until the transaction ends, in the order of locks. */
export async function lockUnanswered(
  tx: Tx,
  planId: string,
): Promise<{ id: string; commitmentId: string; stage: EndingStage }[]> {
  const { rows } = await sql<{ id: string; commitmentId: string; stage: EndingStage }>`
    select i.id, i.commitment_id as "commitmentId", ${stage} as stage
    from idea i
      join commitment c on c.id = i.commitment_id and c.plan_id = ${planId}::uuid
    where i.submitted_at is not null and ${stage} is not null
    order by i.id
    for update of i
  `.execute(tx);
  return rows;
}

/** Notes with which reason ideas of a group ended. */
export async function insertEnding(
  tx: Tx,
  ending: {
    planId: string;
    commitmentId: string;
    stage: EndingStage;
    reason: string;
    ideaIds: string[];
    at: Date;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('idea_ending')
    .values({
      id,
      plan_id: ending.planId,
      commitment_id: ending.commitmentId,
      stage: ending.stage,
      reason: ending.reason,
      ideas: ending.ideaIds.length,
      ended_at: ending.at,
    })
    .execute();
  await sql`
    insert into ended_idea (idea_id, ending_id)
    select id, ${id}::uuid
    from unnest(${ending.ideaIds}::uuid[]) as given(id)
  `.execute(tx);
  return id;
}

/** Why an idea ended with its plan; null when it did not, or was answered since. */
export async function selectEnding(
  db: Db,
  ideaId: string,
): Promise<{ reason: string; at: Date } | null> {
  const { rows } = await sql<{ reason: string; at: Date }>`
    select e.reason, e.ended_at as at
    from ended_idea d
      join idea_ending e on e.id = d.ending_id
      join idea i on i.id = d.idea_id
    where d.idea_id = ${ideaId}::uuid
      and i.state = 'publicada'
      and i.step not in ('decidida', 'en_el_compromiso', 'cumplida')
  `.execute(db);
  return rows[0] ?? null;
}

/** With which reasons the ideas of a commitment ended. */
export async function selectEndings(
  db: Db,
  commitmentId: string,
): Promise<{ stage: EndingStage; reason: string; ideas: number; at: Date }[]> {
  return await db
    .selectFrom('idea_ending')
    .select(['stage', 'reason', 'ideas', 'ended_at as at'])
    .where('commitment_id', '=', commitmentId)
    .orderBy('ended_at')
    .orderBy('id')
    .execute();
}

/** Some ended ideas whose people were not told, held; another worker takes others. */
export async function takeUntold(
  tx: Tx,
  endingId: string,
  limit: number,
): Promise<{ id: string; title: string; reason: string }[]> {
  const { rows } = await sql<{ id: string; title: string; reason: string }>`
    select i.id, i.title, e.reason
    from ended_idea d
      join idea_ending e on e.id = d.ending_id
      join idea i on i.id = d.idea_id
    where d.ending_id = ${endingId}::uuid and d.told_at is null
    order by d.idea_id
    limit ${limit}
    for update of d skip locked
  `.execute(tx);
  return rows;
}

export async function markTold(tx: Tx, ideaIds: string[], at: Date): Promise<void> {
  await tx.updateTable('ended_idea').set({ told_at: at }).where('idea_id', 'in', ideaIds).execute();
}

/** The author and the supporters of an idea; people who left are not told. */
export async function selectPeopleOf(db: Db, ideaId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id
    from person p
    where p.erased_at is null
      and p.id in (
        select author_id
        from idea
        where id = ${ideaId}::uuid and author_id is not null
        union
        select person_id
        from support
        where idea_id = ${ideaId}::uuid
      )
  `.execute(db);
  return rows.map(({ id }) => id);
}
