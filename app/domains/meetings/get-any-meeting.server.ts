import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { selectForUpdate, selectMeeting, selectOnlineUrl } from './store.server.ts';
import type { Meeting } from './types.ts';

/**
 * A meeting in any state, for queries and commands that ask themselves who may; an id that is none
 * is an unknown page.
 */
export async function getAnyMeeting(db: Db, id: string | undefined): Promise<Meeting> {
  const meeting = isId(id) ? await selectMeeting(db, id) : null;
  if (!meeting) throw notFound('page_not_found');
  return meeting;
}

/** The same, held until the transaction ends: what happens to a meeting happens one after the other. */
export async function holdMeeting(tx: Tx, id: string | undefined): Promise<Meeting> {
  const meeting = isId(id) ? await selectForUpdate(tx, id) : null;
  if (!meeting) throw notFound('page_not_found');
  return meeting;
}

/** The same, or null where there is none. */
export async function findMeeting(db: Db, id: string): Promise<Meeting | null> {
  return await selectMeeting(db, id);
}

/** The same, held until the transaction ends: its places are given one after the other. */
export async function lockMeeting(tx: Tx, id: string): Promise<Meeting | null> {
  return await selectForUpdate(tx, id);
}

/** Where a virtual meeting is: only for those with a place. */
export async function getOnlineUrl(db: Db, id: string): Promise<string> {
  return await selectOnlineUrl(db, id);
}
