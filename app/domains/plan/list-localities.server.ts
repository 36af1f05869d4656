import type { Db } from '#app/platform/db/db.server.ts';
import { selectLocalities } from './territory.store.server.ts';
import type { Locality } from './types.ts';

/** The localities of the city, in its order; none where it has no parts. */
export async function listLocalities(db: Db): Promise<Locality[]> {
  return await selectLocalities(db);
}

/** Whether a code is one of the catalogue's. */
export async function isLocality(db: Db, code: string): Promise<boolean> {
  return (await selectLocalities(db)).some((locality) => locality.code === code);
}
