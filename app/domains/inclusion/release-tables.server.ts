import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { primaryOnly, protectTables, type ExactTable } from './protect-tables.server.ts';
import { hidden, maySupersede, type Table } from './protection.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { families } from './rules.ts';
import { insertTables, selectAttempt, selectPublished, upsertAttempt } from './table.store.server.ts';
import { tablesOf } from './tables.ts';
import { selectTallied } from './tally.store.server.ts';

const signatureOf = (tables: ExactTable[]) => tables.map(({ key, meetings }) => `${key}: ${meetings.map(({ id, version }) => `${id}@${version}`).join(' ')}`).join('\n');

/** The tables that are due and may stand beside their earlier releases. */
function dueOf(exacts: ExactTable[], published: Table[], shown: (table: ExactTable) => Table): ExactTable[] {
  return exacts.filter((exact) => maySupersede(shown(exact), published.filter(({ key }) => key === exact.key)));
}

/** Protects what is due; what the rule of differences keeps back once it is protected waits, and the rest is protected anew. */
async function prepare(exacts: ExactTable[], published: Table[]): Promise<Table[]> {
  let due = dueOf(exacts, published, primaryOnly);
  while (due.length > 0) {
    const tables = await protectTables(due, published);
    if (!tables) return [];
    const allowed = dueOf(due, published, (exact) => tables.find(({ key }) => key === exact.key)!);
    // A table that shows nothing says nothing: it is not published.
    if (allowed.length === due.length) return tables.filter((table) => !hidden(table));
    due = allowed;
  }
  return [];
}

/**
 * Publishes what may be published of who takes part: a table is released again when at least its threshold of people more
 * are counted and the differences to every earlier release pass the same rule; else the old one stays, with its date
 * (domain facts). Only the worker's role can do it. Returns how many tables were released.
 */
export async function releaseTables(): Promise<number> {
  const db = getDb();
  const plan = await findActivePlan(db);
  if (!plan) return 0;
  const [meetings, catalogues] = [await selectTallied(db, plan.id, now()), await readCatalogues(db)];
  let released = 0;
  for (const family of families) {
    const name = family[0] as Measure;
    const exacts = tablesOf(meetings, plan.phases, family, catalogues);
    const signature = signatureOf(exacts);
    if (exacts.length === 0 || (await selectAttempt(db, plan.id, name)) === signature) continue;
    const tables = await prepare(exacts, (await selectPublished(db, plan.id, family)).filter(({ population }) => population !== 'respaldan'));
    await inTransaction(async (tx) => {
      await insertTables(tx, plan.id, tables, now());
      await upsertAttempt(tx, plan.id, name, signature, now());
      if (tables.length > 0) await recordAudit(tx, systemActor, { action: 'inclusion.tables-released', subjectKind: 'plan', subjectId: plan.id, data: { measure: name, tables: tables.length } });
    });
    released += tables.length;
  }
  return released;
}
