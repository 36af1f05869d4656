import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { groupOf, type Measure } from '#app/domains/declarations/measures.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { selectAuthors, selectBackers, selectSupporters, type Acting } from './act.store.server.ts';
import { prepareAside } from './prepare-tables.server.ts';
import type { ExactTable } from './protect-tables.server.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { unanswered, type Population } from './rules.ts';
import { insertTables, selectPublished } from './table.store.server.ts';
import { valuesOf, type Catalogues } from './tables.ts';

/** Those who act under what their account says of itself: the least that tells who is missing. */
const shownMeasures: readonly Measure[] = ['genero', 'edad', 'localidad'];

type Source = {
  id: string;
  scope: string;
  population: Population;
  people: readonly Acting[];
  subject: { subjectKind: string; subjectId: string };
};

function tableOf(
  { id, scope, population, people }: Source,
  version: number,
  measure: Measure,
  catalogues: Catalogues,
): ExactTable {
  const groups = people.map(
    ({ answers, year }) => (answers && groupOf(measure, answers, year)) ?? unanswered,
  );
  const cells = [...valuesOf(measure, catalogues), unanswered].map((value) => ({
    value,
    people: groups.filter((group) => group === value).length,
  }));
  return {
    key: `${scope} ${population} ${measure}`,
    scope,
    population,
    measure,
    people: people.length,
    meetings: [{ id, version, people: people.length }],
    cells,
  };
}

/**
 * Publishes what is due of people who acted, under the same rules as every other table. Returns how
 * many tables were released.
 */
async function release(planId: string, sources: readonly Source[]): Promise<number> {
  const some = sources.filter(({ people }) => people.length > 0);
  if (some.length === 0) return 0;
  const db = getDb();
  const [published, catalogues] = await Promise.all([
    selectPublished(
      db,
      planId,
      shownMeasures,
      some.map(({ population }) => population),
    ),
    readCatalogues(db),
  ]);
  const tables = await prepareAside(
    some.flatMap((source) =>
      shownMeasures.map((measure) => {
        const earlier = published.filter(
          (table) =>
            table.scope === source.scope &&
            table.population === source.population &&
            table.measure === measure,
        );
        return {
          exacts: [tableOf(source, earlier.length + 1, measure, catalogues)],
          published: earlier,
        };
      }),
    ),
  );
  if (tables.length === 0) return 0;
  await inTransaction(async (tx) => {
    await insertTables(tx, planId, tables, now());
    for (const source of some) {
      const own = tables.filter(
        (table) => table.scope === source.scope && table.population === source.population,
      );
      if (own.length > 0)
        await recordAudit(tx, systemActor, {
          action: 'figures.tables-released',
          ...source.subject,
          data: { tables: own.length },
        });
    }
  });
  return tables.length;
}

const activePlanId = async (): Promise<string | undefined> => (await getPhases(getDb()))[0]?.planId;

/** Who stands behind each proposal before the Circle. */
export async function releaseBackers(): Promise<number> {
  const planId = await activePlanId();
  if (!planId) return 0;
  const backers = await selectBackers(getDb(), planId);
  return await release(
    planId,
    [...new Set(backers.map(({ proposalId }) => proposalId))].map((id) => ({
      id,
      scope: `propuesta:${id}`,
      population: 'respaldan',
      people: backers.filter(({ proposalId }) => proposalId === id),
      subject: { subjectKind: 'propuesta', subjectId: id },
    })),
  );
}

/**
 * Who wrote ideas that are public, and who supports any, in the whole active plan: counted once a
 * person.
 */
export async function releaseActs(): Promise<number> {
  const planId = await activePlanId();
  if (!planId) return 0;
  const of = (population: Population, people: Acting[]): Source => ({
    id: `${planId} ${population}`,
    scope: 'plan',
    population,
    people,
    subject: { subjectKind: 'plan', subjectId: planId },
  });
  return await release(planId, [
    of('proponen', await selectAuthors(getDb(), planId)),
    of('apoyan', await selectSupporters(getDb(), planId)),
  ]);
}
