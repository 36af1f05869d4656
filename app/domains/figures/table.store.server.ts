import { sql } from 'kysely';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { everyPopulation, thresholdOf, type Population } from './rules.ts';
import type { Cell, Table } from './protection.ts';

/** What was published. The web role only reads it; rows are kept as they were. */

export type Published = Table & {
  id: string;
  releasedAt: Date;
  /** Below so many people nothing of it was told. */
  threshold: number;
  current: boolean;
};

const columns = sql`
  t.id, t.scope, t.population, t.measure, t.released_at as "releasedAt", t.threshold, t.people,
  t.counted,
  t.is_current as current,
  (
    select jsonb_agg(jsonb_build_object('value', c.value, 'people', c.people) order by c.position)
    from published_cell c
    where c.table_id = t.id
  ) as cells
`;

type Row = {
  id: string;
  scope: string;
  population: Population;
  measure: Measure;
  releasedAt: Date;
  threshold: number;
  people: number;
  counted: string[];
  current: boolean;
  cells: Cell[];
};
const read = (row: Row): Published => ({
  ...row,
  key: `${row.scope} ${row.population} ${row.measure}`,
});

/**
 * Everything that was ever published of some measures of a plan, or of some populations only,
 * oldest first.
 */
export async function selectPublished(
  db: Db,
  planId: string,
  measures: readonly Measure[],
  populations: readonly Population[] = everyPopulation,
): Promise<Published[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from published_table t
    where t.plan_id = ${planId}::uuid
      and t.measure = any(${[...measures]}::text[])
      and t.population = any(${[...populations]}::text[])
    order by t.released_at, t.id
  `.execute(db);
  return rows.map(read);
}

const active = sql`(select id from plan where state = 'active')`;

/** The tables of a scope of the active plan that hold now. */
export async function selectCurrent(db: Db, scope: string): Promise<Published[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from published_table t
    where t.plan_id = ${active} and t.scope = ${scope} and t.is_current
    order by t.measure, t.population
  `.execute(db);
  return rows.map(read);
}

/** Every release of who came to a scope of the active plan, by some measures, oldest first. */
export async function selectHistory(
  db: Db,
  scope: string,
  measures: readonly Measure[],
): Promise<Published[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from published_table t
    where t.plan_id = ${active}
      and t.scope = ${scope}
      and t.population = 'asistieron'
      and t.measure = any(${[...measures]}::text[])
    order by t.released_at, t.id
  `.execute(db);
  return rows.map(read);
}

/**
 * The scopes of the active plan of which something is published, with the titles of meetings among
 * them.
 */
export async function selectScopes(db: Db): Promise<{ scope: string; title: string | null }[]> {
  const { rows } = await sql<{ scope: string; title: string | null }>`
    select s.scope, m.title
    from (select distinct scope from published_table where plan_id = ${active} and is_current) s
      left join meeting m on 'taller:' || m.id = s.scope
    order by m.starts_at, s.scope
  `.execute(db);
  return rows;
}

/**
 * Publishes tables; each takes the place of the one of its scope, population and measure, which is
 * kept.
 */
export async function insertTables(
  tx: Tx,
  planId: string,
  tables: readonly Table[],
  at: Date,
): Promise<void> {
  const named = tables.map((table) => ({ ...table, id: newId() }));
  await sql`
    update published_table t
    set is_current = false
    from jsonb_to_recordset(
      ${JSON.stringify(named.map(({ scope, population, measure }) => ({ scope, population, measure })))}::jsonb
    ) as n(scope text, population text, measure text)
    where t.plan_id = ${planId}::uuid
      and t.is_current
      and t.scope = n.scope
      and t.population = n.population
      and t.measure = n.measure
  `.execute(tx);
  await tx
    .insertInto('published_table')
    .values(
      named.map(({ id, scope, population, measure, people, counted }) => ({
        id,
        plan_id: planId,
        scope,
        population,
        measure,
        released_at: at,
        threshold: thresholdOf(measure),
        people,
        counted,
      })),
    )
    .execute();
  await tx
    .insertInto('published_cell')
    .values(
      named.flatMap(({ id, cells }) =>
        cells.map(({ value, people }, position) => ({ table_id: id, position, value, people })),
      ),
    )
    .execute();
}

/** From which counts a release of a plan was last tried. */
export async function selectAttempt(db: Db, planId: string): Promise<string | null> {
  return (
    (
      await db
        .selectFrom('release_attempt')
        .select('signature')
        .where('plan_id', '=', planId)
        .executeTakeFirst()
    )?.signature ?? null
  );
}

export async function upsertAttempt(
  tx: Tx,
  planId: string,
  signature: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('release_attempt')
    .values({ plan_id: planId, signature, tried_at: at })
    .onConflict((oc) => oc.column('plan_id').doUpdateSet({ signature, tried_at: at }))
    .execute();
}

/** What of a plan counts meetings, and what acts on ideas. */
export type CountsOf = 'encuentros' | 'ideas';

/** Notes that nothing new is published of a measure, since the moment it began; or that it goes on. */
export async function upsertStanding(
  tx: Tx,
  planId: string,
  {
    countsOf,
    measure,
    stands,
    at,
  }: { countsOf: CountsOf; measure: Measure; stands: boolean; at: Date },
): Promise<void> {
  if (stands)
    await tx
      .insertInto('release_standing')
      .values({ plan_id: planId, counts_of: countsOf, measure, since: at })
      .onConflict((oc) => oc.doNothing())
      .execute();
  else
    await tx
      .deleteFrom('release_standing')
      .where('plan_id', '=', planId)
      .where('counts_of', '=', countsOf)
      .where('measure', '=', measure)
      .execute();
}

/** Measures of the active plan of which nothing new is published, since when. */
export async function selectStanding(
  db: Db,
): Promise<{ countsOf: CountsOf; measure: Measure; since: Date }[]> {
  const { rows } = await sql<{ countsOf: CountsOf; measure: Measure; since: Date }>`
    select counts_of as "countsOf", measure, since
    from release_standing
    where plan_id = ${active}
    order by counts_of, measure
  `.execute(db);
  return rows;
}

/** Plans of which something was published. */
export async function selectPublishedPlans(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct plan_id as id from published_table`.execute(db);
  return rows.map(({ id }) => id);
}
