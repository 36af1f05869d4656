import { readCity } from '#app/platform/city/read-city.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { readOptions } from '#app/domains/declarations/write-options.server.ts';
import { readBaselineRows } from '#app/domains/figures/write-baseline.server.ts';
import { readReasons } from '#app/domains/moderation/write-reasons.server.ts';
import { readInstitutions, readPlans } from '#app/domains/plan/write-plans.server.ts';
import { readTerritory } from '#app/domains/plan/write-territory.server.ts';
import { asFile } from './file-keys.ts';
import { countParts } from './parts.ts';
import type { SetupData } from './setup-file.schema.ts';

/** The whole city as a set-up file: all that another installation needs, and nothing of anybody's. */
export async function exportSetup(
  db: Db,
): Promise<{ text: string; parts: Record<string, number>; warnings: string[] }> {
  const { name, timeZone, country, languages, contact, texts } = await readCity();
  const data: SetupData = {
    version: 1,
    // A city that nobody named has nothing to carry but its parts.
    ...(name && country ? { city: { name, timeZone, country, languages, contact } } : {}),
    texts,
    territory: await readTerritory(db),
    institutions: await readInstitutions(db),
    plans: await readPlans(db),
    options: await readOptions(db),
    reasons: await readReasons(db),
    baseline: await readBaselineRows(db),
  };
  return {
    text: `${JSON.stringify(asFile(data), null, 2)}\n`,
    parts: countParts(data),
    warnings: name ? [] : ['setup_unnamed'],
  };
}
