import type { Db } from '#app/platform/db/db.server.ts';
import { selectPublicName } from './store.server.ts';

/** The name that others may see of a person; `null` for a minor and for who left. */
export async function findPersonName(db: Db, id: string): Promise<string | null> {
  return await selectPublicName(db, id);
}
