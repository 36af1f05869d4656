import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { insertFollow, selectFollowerIds } from './store.server.ts';
import type { Subject } from './types.ts';

/** A person follows a thing from here on, as part of the command that ties them to it. */
export async function followSubject(tx: Tx, personId: string, subject: Subject): Promise<void> {
  await insertFollow(tx, personId, subject, now());
}

/** Who follows a thing. */
export async function listFollowerIds(db: Db, subject: Subject): Promise<string[]> {
  return await selectFollowerIds(db, subject);
}
