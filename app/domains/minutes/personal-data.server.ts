import type { Tx } from '#app/platform/db/db.server.ts';
import { detachStaff } from './store.server.ts';

/**
 * What this slice holds of a person who works with it: minutes and files that they wrote or added. It
 * is work, and none of it is theirs to take along.
 */
export const personalData = {
  tables: ['meeting_minutes', 'meeting_file'],
  erase: async (tx: Tx, personId: string) => await detachStaff(tx, personId),
};
