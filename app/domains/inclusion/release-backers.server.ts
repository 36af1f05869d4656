import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { groupOf, type FrozenAnswers, type Measure } from '#app/domains/declarations/measures.ts';
import { selectBackedProposals, selectBackers } from './backers.store.server.ts';
import { primaryOnly, protectTables, type ExactTable } from './protect-tables.server.ts';
import { hidden, maySupersede, type Table } from './protection.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { unanswered } from './rules.ts';
import { insertTables, selectPublished } from './table.store.server.ts';
import { valuesOf, type Catalogues } from './tables.ts';

/** What the Circle sees of who stands behind a proposal: the least that tells who is missing. */
const shownMeasures: readonly Measure[] = ['genero', 'edad', 'localidad'];

function tableOf(proposalId: string, version: number, measure: Measure, people: readonly { answers: FrozenAnswers | null; year: number }[], catalogues: Catalogues): ExactTable {
  const groups = people.map(({ answers, year }) => (answers && groupOf(measure, answers, year)) ?? unanswered);
  const cells = [...valuesOf(measure, catalogues), unanswered].map((value) => ({ value, people: groups.filter((group) => group === value).length }));
  const scope = `propuesta:${proposalId}`;
  return { key: `${scope} respaldan ${measure}`, scope, population: 'respaldan', measure, people: people.length, meetings: [{ id: proposalId, version, people: people.length }], cells };
}

/** Publishes who stands behind each proposal before the Circle, under the same rules as every other table. Returns how many tables were released. */
export async function releaseBackers(): Promise<number> {
  const db = getDb();
  const proposals = await selectBackedProposals(db);
  if (proposals.length === 0) return 0;
  const catalogues = await readCatalogues(db);
  let released = 0;
  for (const { id, planId } of proposals) {
    const people = await selectBackers(db, id);
    const tables: Table[] = [];
    for (const measure of shownMeasures) {
      const earlier = (await selectPublished(db, planId, [measure])).filter(({ scope }) => scope === `propuesta:${id}`);
      const exact = tableOf(id, earlier.length + 1, measure, people, catalogues);
      if (exact.people === 0 || !maySupersede(primaryOnly(exact), earlier)) continue;
      const [table] = (await protectTables([exact], [])) ?? [];
      if (table && !hidden(table) && maySupersede(table, earlier)) tables.push(table);
    }
    if (tables.length === 0) continue;
    await inTransaction(async (tx) => {
      await insertTables(tx, planId, tables, now());
      await recordAudit(tx, systemActor, { action: 'inclusion.tables-released', subjectKind: 'propuesta', subjectId: id, data: { tables: tables.length } });
    });
    released += tables.length;
  }
  return released;
}
