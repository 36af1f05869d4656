import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectGrants } from './grant.store.server.ts';
import type { GrantView } from './types.ts';

/** Roles given, those in force first; of one person, or of all. */
export async function listGrants(db: Db, filter: { personId?: string } = {}): Promise<GrantView[]> {
  return await selectGrants(db, now(), filter);
}
