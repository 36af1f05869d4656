import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Db } from '#app/platform/db/db.server.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { selectActCounts, selectBatches, selectUnbacked } from './act.store.server.ts';
import { actMeasures, problemsOf } from './acts.ts';
import { countActs, countBackers } from './count-acts.server.ts';
import { prepareAside, type Candidates, type Prepared } from './prepare-tables.server.ts';
import type { ExactTable, Table } from './protection.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { actPopulations, unanswered, type Population } from './rules.ts';
import { insertTables, selectPublished, upsertStanding } from './table.store.server.ts';
import { valuesOf } from './tables.ts';
import { exactOf } from './units.ts';

type Problems = ReturnType<typeof problemsOf>;
type Problem = Problems['authors'];

/** What was counted of acts in a plan, by measure. */
export async function readProblems(db: Db, planId: string): Promise<Map<Measure, Problems>> {
  const [batches, counts, catalogues, published] = await Promise.all([
    selectBatches(db, planId),
    selectActCounts(db, planId),
    readCatalogues(db),
    selectPublished(db, planId, actMeasures, [...actPopulations, 'respaldan']),
  ]);
  return new Map(
    actMeasures.map((measure) => [
      measure,
      problemsOf(batches, counts, measure, valuesOf(measure, catalogues), published),
    ]),
  );
}

/** The exact table of everybody of a population in a problem. */
function tableOf(
  { ground }: Problem,
  measure: Measure,
  scope: string,
  population: Population,
): ExactTable {
  const exact = exactOf(ground, {
    key: `${scope} ${population} ${measure}`,
    scope,
    population,
    measure,
    people: 0,
    counted: [...new Set(ground.units.map(({ source }) => source))],
    cells: [...ground.values.filter((value) => value !== unanswered), unanswered].map((value) => ({
      value,
      people: 0,
    })),
  });
  return { ...exact, people: exact.cells.reduce((sum, { people }) => sum + people, 0) };
}

/**
 * A table that must stand in several problems at once: what one of them hides is hidden in all,
 * until none hides more.
 */
async function prepareIn(problems: readonly Problem[], exact: ExactTable): Promise<Prepared> {
  let kept: string[] = [];
  for (;;) {
    const before = kept.length;
    let table: Table | undefined;
    for (const problem of problems) {
      const candidates: Candidates = { ...problem, exacts: [{ ...exact, kept }] };
      const { tables, standsAt } = await prepareAside(candidates);
      [table] = tables;
      if (!table) return { tables: [], standsAt };
      kept = table.cells.flatMap(({ value, people }) => (people === null ? [value] : []));
    }
    if (table && kept.length === before) return { tables: [table], standsAt: null };
  }
}

async function publish(planId: string, tables: readonly Table[]): Promise<number> {
  if (tables.length === 0) return 0;
  await inTransaction(async (tx) => {
    await insertTables(tx, planId, tables, now());
    for (const scope of new Set(tables.map((table) => table.scope))) {
      const [kind, id] = scope.split(':');
      await recordAudit(tx, systemActor, {
        action: 'figures.tables-released',
        ...(kind === 'propuesta' && id
          ? { subjectKind: 'propuesta', subjectId: id }
          : { subjectKind: 'plan', subjectId: planId }),
        data: { tables: tables.filter((table) => table.scope === scope).length },
      });
    }
  });
  return tables.length;
}

const activePlanId = async (): Promise<string | undefined> => (await getPhases(getDb()))[0]?.planId;

/** Who stands behind each proposal, once, as it reached the Circle. */
export async function releaseBackers(): Promise<number> {
  const db = getDb();
  const planId = await activePlanId();
  if (!planId || (await selectUnbacked(db, planId)).length === 0) return 0;
  await countActs(planId);
  await countBackers(planId);
  let released = 0;
  for (const [measure, { proposals }] of await readProblems(db, planId))
    for (const [id, problem] of proposals) {
      const exact = tableOf(problem, measure, `propuesta:${id}`, 'respaldan');
      if (problem.published.some(({ key }) => key === exact.key)) continue;
      released += await publish(planId, (await prepareIn([problem], exact)).tables);
    }
  return released;
}

/**
 * Who wrote ideas that are public, and who supports any, in the whole active plan: counted once a
 * person, a batch at a time.
 */
export async function releaseActs(): Promise<number> {
  const planId = await activePlanId();
  if (!planId) return 0;
  await countActs(planId);
  let released = 0;
  for (const [measure, { authors, supporters, proposals }] of await readProblems(getDb(), planId)) {
    const beside = [...proposals.values()].filter(({ published }) =>
      published.some(({ population }) => population === 'respaldan'),
    );
    const prepared = [
      await prepareIn([authors], tableOf(authors, measure, 'plan', 'proponen')),
      await prepareIn([supporters, ...beside], tableOf(supporters, measure, 'plan', 'apoyan')),
    ];
    released += await publish(
      planId,
      prepared.flatMap(({ tables }) => tables),
    );
    const stands = prepared.some(({ standsAt }) => standsAt !== null);
    await inTransaction(
      async (tx) =>
        await upsertStanding(tx, planId, { countsOf: 'ideas', measure, stands, at: now() }),
    );
  }
  return released;
}
