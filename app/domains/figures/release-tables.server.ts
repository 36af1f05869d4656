import { createHash } from 'node:crypto';
import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { prepareAside } from './prepare-tables.server.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { families, populations } from './rules.ts';
import {
  insertTables,
  selectAttempt,
  selectPublished,
  upsertAttempt,
} from './table.store.server.ts';
import { tablesOf } from './tables.ts';
import { selectCounts, selectTallied } from './tally.store.server.ts';

/** What a release comes from: the same counts in the same scopes give the same tables. */
const signatureOf = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('hex');

/**
 * Publishes what may be published of who takes part: a table is released again when at least its
 * threshold of people more are counted and the differences to every earlier release pass the same
 * rule; else the old one stays, with its date (domain facts). Only the worker's role can do it.
 * Returns how many tables were released.
 */
export async function releaseTables(): Promise<number> {
  const db = getDb();
  const phases = await getPhases(db);
  const planId = phases[0]?.planId;
  if (!planId) return 0;
  const held = await selectTallied(db, planId, now());
  const signature = signatureOf([
    held,
    phases.map(({ kind, opensAt, closesAt }) => [kind, opensAt, closesAt]),
  ]);
  if (held.length === 0 || (await selectAttempt(db, planId)) === signature) return 0;
  const [counts, catalogues] = [
    await selectCounts(
      db,
      held.map(({ id }) => id),
    ),
    await readCatalogues(db),
  ];
  const meetings = held.map((meeting) => ({ ...meeting, rows: counts.get(meeting.id) ?? [] }));
  const candidates = await Promise.all(
    families.map(async (family) => ({
      exacts: tablesOf(meetings, phases, family, catalogues),
      published: await selectPublished(db, planId, family, populations),
    })),
  );
  const tables = await prepareAside(candidates);
  await inTransaction(async (tx) => {
    if (tables.length > 0) {
      await insertTables(tx, planId, tables, now());
      await recordAudit(tx, systemActor, {
        action: 'figures.tables-released',
        subjectKind: 'plan',
        subjectId: planId,
        data: { tables: tables.length },
      });
    }
    await upsertAttempt(tx, planId, signature, now());
  });
  return tables.length;
}
