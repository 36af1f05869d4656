import type { Db } from '#app/platform/db/db.server.ts';
import { findRecovered } from './find-recovered.server.ts';
import type { Table } from './protection.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { readProblems } from './release-acts.server.ts';
import { groundOfMeetings } from './release-tables.server.ts';
import { families, populations } from './rules.ts';
import { selectPublished, selectPublishedPlans } from './table.store.server.ts';
import { selectTallied } from './tally.store.server.ts';
import type { Ground } from './units.ts';

export type DisclosureAudit = {
  tablas: number;
  celdas_ocultas: number;
  recuperables: { grupo: string; valor: string; desde: number; hasta: number }[];
};

type Problem = { name: string; ground: Ground; published: Table[] };

/** What was published of a plan, by what can be subtracted from what, with what it is a sum of. */
async function readPublished(db: Db, planId: string): Promise<Problem[]> {
  const [meetings, catalogues, acts] = await Promise.all([
    selectTallied(db, planId),
    readCatalogues(db),
    readProblems(db, planId),
  ]);
  const ofMeetings = families.map(async (family): Promise<Problem> => ({
    name: String(family[0]),
    ground: groundOfMeetings(meetings, family, catalogues),
    published: await selectPublished(db, planId, family, populations),
  }));
  const ofActs = [...acts].flatMap(([measure, { authors, supporters, proposals }]): Problem[] => [
    { name: `proponen ${measure}`, ...authors },
    { name: `apoyan ${measure}`, ...supporters },
    ...[...proposals].map(([id, problem]) => ({ name: `${id} ${measure}`, ...problem })),
  ]);
  return [...(await Promise.all(ofMeetings)), ...ofActs];
}

/**
 * Attacks everything that was ever published: pages, files and the API show these tables and
 * nothing else of what people declared. Fails when a hidden cell, or a small count of a group that
 * tables leave when they are subtracted, can be told within its threshold.
 */
export async function auditDisclosure(
  db: Db,
  progress: (text: string) => void = () => undefined,
): Promise<DisclosureAudit> {
  const seen = new Set<Table['key']>();
  const audit: DisclosureAudit = { tablas: 0, celdas_ocultas: 0, recuperables: [] };
  for (const planId of await selectPublishedPlans(db))
    for (const { name, ground, published } of await readPublished(db, planId)) {
      if (published.length === 0) continue;
      progress(`${name}: ${published.length} tablas`);
      for (const table of published) {
        const id = `${table.key} ${table.people}`;
        if (seen.has(id)) continue;
        seen.add(id);
        audit.tablas += 1;
        audit.celdas_ocultas += table.cells.filter(({ people }) => people === null).length;
      }
      for (const { name: group, value, low, high } of await findRecovered(ground, published))
        audit.recuperables.push({ grupo: group, valor: value, desde: low, hasta: high });
    }
  return audit;
}
