import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { deleteSupportsOf, selectOwnSupports } from './store.server.ts';

/** What this slice holds of a person. */
export const personalData = {
  tables: ['support'],
  collect: async (db: Db, personId: string) => ({ apoyos: await selectOwnSupports(db, personId) }),
  erase: async (tx: Tx, personId: string) => await deleteSupportsOf(tx, personId),
};
