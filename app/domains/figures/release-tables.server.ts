import { createHash } from 'node:crypto';
import { certain } from '#app/kernel/certain.ts';
import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Db } from '#app/platform/db/db.server.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { prepareAside } from './prepare-tables.server.ts';
import type { Table } from './protection.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { families, populations } from './rules.ts';
import { finestOf } from './system.ts';
import {
  insertTables,
  selectAttempt,
  selectPublished,
  upsertAttempt,
  upsertStanding,
} from './table.store.server.ts';
import { listedOf, tablesOf, type Catalogues, type Tallied } from './tables.ts';
import { selectTallied } from './tally.store.server.ts';
import { groundOf, type Ground } from './units.ts';

/** What a release comes from: the same meetings give the same tables. */
const signatureOf = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('hex');

/** What a family's tables are sums of. */
export function groundOfMeetings(
  meetings: readonly Tallied[],
  family: readonly Measure[],
  catalogues: Catalogues,
): Ground {
  return groundOf(meetings, finestOf(family), listedOf(family, catalogues));
}

/** Publishes what is due of one family, protected in a thread of its own. */
async function releaseFamily(
  db: Db,
  planId: string,
  family: readonly Measure[],
  meetings: readonly Tallied[],
  catalogues: Catalogues,
): Promise<Table[]> {
  const ground = groundOfMeetings(meetings, family, catalogues);
  const { tables, standsAt } = await prepareAside({
    ground,
    exacts: tablesOf(meetings, ground, family, catalogues),
    published: await selectPublished(db, planId, family, populations),
  });
  const standing = { countsOf: 'encuentros', measure: certain(family[0]) } as const;
  await inTransaction(async (tx) => {
    await upsertStanding(tx, planId, { ...standing, stands: standsAt !== null, at: now() });
    if (tables.length > 0) {
      await insertTables(tx, planId, tables, now());
      await recordAudit(tx, systemActor, {
        action: 'figures.tables-released',
        subjectKind: 'plan',
        subjectId: planId,
        data: { tables: tables.length },
      });
    }
  });
  return tables;
}

/**
 * Publishes what may be published of who takes part, one family of measures after another: a table
 * is released again when at least its threshold of people more are counted and the differences to
 * every earlier release pass the same rule; else the old one stays, with its date (domain facts).
 * Only the worker's role can do it. Returns how many tables were released.
 */
export async function releaseTables(): Promise<number> {
  const db = getDb();
  const planId = (await getPhases(db))[0]?.planId;
  if (!planId) return 0;
  const meetings = await selectTallied(db, planId);
  const signature = signatureOf(meetings.map(({ id }) => id));
  if (meetings.length === 0 || (await selectAttempt(db, planId)) === signature) return 0;
  const catalogues = await readCatalogues(db);
  let released = 0;
  for (const family of families)
    released += (await releaseFamily(db, planId, family, meetings, catalogues)).length;
  await inTransaction(async (tx) => await upsertAttempt(tx, planId, signature, now()));
  return released;
}
