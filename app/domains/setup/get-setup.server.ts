import { conflict } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { setupOf } from './rules.ts';
import { selectProgress } from './store.server.ts';
import type { Setup } from './types.ts';

/** How far the city is set up, from what is really there. */
export async function getSetup(db: Db): Promise<Setup> {
  return setupOf(await selectProgress(db), now());
}

/** Refuses while something is missing that a city needs before it opens. */
export async function requireReady(db: Db): Promise<void> {
  const { missing } = await getSetup(db);
  if (missing.length > 0) throw conflict('city_not_ready', { count: missing.length });
}
