import type { Db } from '#app/platform/db/db.server.ts';
import { findRecovered } from './open-attack.server.ts';
import { families } from './rules.ts';
import { selectPublished, selectPublishedPlans } from './table.store.server.ts';

export type DisclosureAudit = {
  tablas: number;
  celdas_ocultas: number;
  recuperables: {
    tabla: string;
    publicada_en: string;
    valor: string;
    desde: number;
    hasta: number;
  }[];
};

/**
 * Attacks everything that was ever published: pages, files and the API show these tables and
 * nothing else of what people declared. Fails when a protected cell can be told within its
 * threshold.
 */
export async function auditDisclosure(
  db: Db,
  progress: (text: string) => void = () => undefined,
): Promise<DisclosureAudit> {
  const audit: DisclosureAudit = { tablas: 0, celdas_ocultas: 0, recuperables: [] };
  for (const planId of await selectPublishedPlans(db)) {
    for (const family of families) {
      const tables = await selectPublished(db, planId, family);
      if (tables.length === 0) continue;
      progress(`${family[0]}: ${tables.length} tablas`);
      audit.tablas += tables.length;
      audit.celdas_ocultas += tables.reduce(
        (sum, table) => sum + table.cells.filter(({ people }) => people === null).length,
        0,
      );
      for (const { table, value, low, high } of await findRecovered(tables)) {
        audit.recuperables.push({
          tabla: table.key,
          publicada_en: tables.find((each) => each === table)!.releasedAt.toISOString(),
          valor: value,
          desde: low,
          hasta: high,
        });
      }
    }
  }
  return audit;
}
