import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { moveSupportCount } from '#app/domains/ideas/stats.store.server.ts';
import type { Supportable } from './types.ts';

type Row = {
  id: string;
  state: string;
  published_at: Date | null;
  opens_at: Date | null;
  closes_at: Date | null;
};

/** The idea's state and its plan's phase of supports; `lock` keeps the state as it is until the transaction ends. */
export async function selectSupportable(
  db: Db,
  ideaId: string,
  lock = false,
): Promise<Supportable | null> {
  const { rows } = await sql<Row>`
    select i.id, i.state, i.published_at, ph.opens_at, ph.closes_at
    from idea i
      join commitment c on c.id = i.commitment_id
      left join plan on plan.id = c.plan_id and plan.state = 'active'
      left join phase ph on ph.plan_id = plan.id and ph.kind = 'apoyos'
    where i.id = ${ideaId} ${lock ? sql`for share of i` : sql``}
  `.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    ideaId: row.id,
    state: row.state,
    publishedAt: row.published_at,
    phase:
      row.opens_at && row.closes_at ? { opensAt: row.opens_at, closesAt: row.closes_at } : null,
  };
}

/** Writes a support and counts it in one statement; false when this person already supported the idea. */
export async function insertSupport(
  tx: Tx,
  ideaId: string,
  personId: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with written as (
      insert into support (idea_id, person_id, created_at)
      values (${ideaId}, ${personId}, ${at})
      on conflict on constraint support_once do nothing
      returning idea_id
    ),
    counted as (${moveSupportCount('written', 1)})
    select idea_id
    from written
  `.execute(tx);
  return rows.length > 0;
}

/** Takes a support back and discounts it in one statement; false when there was none. */
export async function deleteSupport(tx: Tx, ideaId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    with written as (
      delete from support
      where idea_id = ${ideaId} and person_id = ${personId}
      returning idea_id
    ),
    counted as (${moveSupportCount('written', -1)})
    select idea_id
    from written
  `.execute(tx);
  return rows.length > 0;
}

/** Which of these ideas the person supports. */
export async function selectSupported(
  db: Db,
  personId: string,
  ideaIds: string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('support')
    .select('idea_id')
    .where('person_id', '=', personId)
    .where(sql<boolean>`idea_id = any(${ideaIds}::uuid[])`)
    .execute();
  return rows.map((row) => row.idea_id);
}

/** Ids of all who support any of these ideas, once each. */
export async function selectSupporters(db: Db, ideaIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('support')
    .select('person_id')
    .distinct()
    .where(sql<boolean>`idea_id = any(${ideaIds}::uuid[])`)
    .execute();
  return rows.map((row) => row.person_id);
}

/** How many different people support any of these ideas. */
export async function countSupporters(db: Db, ideaIds: string[]): Promise<number> {
  const row = await db
    .selectFrom('support')
    .select((eb) => eb.fn.count<number>('person_id').distinct().as('n'))
    .where(sql<boolean>`idea_id = any(${ideaIds}::uuid[])`)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Ideas a person supports, newest first. */
export async function selectOwnSupports(
  db: Db,
  personId: string,
): Promise<{ ideaId: string; title: string; supportedAt: Date }[]> {
  return await db
    .selectFrom('support')
    .innerJoin('idea', 'idea.id', 'support.idea_id')
    .select(['support.idea_id as ideaId', 'idea.title', 'support.created_at as supportedAt'])
    .where('support.person_id', '=', personId)
    .orderBy('support.created_at', 'desc')
    .limit(500)
    .execute();
}

/** Takes back every support of a person who leaves, with the counts. */
export async function deleteSupportsOf(tx: Tx, personId: string): Promise<void> {
  await sql`
    with written as (delete from support where person_id = ${personId} returning idea_id),
    counted as (${moveSupportCount('written', -1)})
    select count(*)
    from written
  `.execute(tx);
}

/** Supports by the locality that the ideas name (not where their supporters live: nobody is asked that). */
export async function sumByLocality(
  db: Db,
  ideaIds: string[],
): Promise<{ code: string | null; name: string | null; ideas: number; supports: number }[]> {
  const { rows } = await sql<{
    code: string | null;
    name: string | null;
    ideas: number;
    supports: number;
  }>`
    select i.locality_code as code, l.name, count(*)::int as ideas,
      sum(s.support_count)::int as supports
    from idea i
      join idea_stats s on s.idea_id = i.id
      left join locality l on l.code = i.locality_code
    where i.id = any(${ideaIds}::uuid[])
    group by 1, 2
    order by 4 desc, 2
  `.execute(db);
  return rows;
}
