import type { Tx } from '#app/platform/db/db.server.ts';
import { detachStaff } from './change.store.server.ts';

/**
 * What this slice holds of a person who works with it: that they called meetings. It is work, and
 * none of it is theirs to take along.
 */
export const personalData = {
  tables: ['meeting'],
  erase: async (tx: Tx, personId: string) => await detachStaff(tx, personId),
};
