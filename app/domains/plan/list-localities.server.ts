import type { Db } from '#app/platform/db/db.server.ts';
import { selectLocalities } from './store.server.ts';
import type { Locality } from './types.ts';

/** The catalogue of localities, by code. */
export async function listLocalities(db: Db): Promise<Locality[]> {
  return await selectLocalities(db);
}
