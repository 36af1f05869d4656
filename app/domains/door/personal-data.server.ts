import type { Tx } from '#app/platform/db/db.server.ts';
import { detachStaff } from './store.server.ts';

/**
 * What this slice holds of a person who works with it: their devices, and what they wrote down at
 * doors. It is work, and none of it is theirs to take along.
 */
export const personalData = {
  tables: ['door_device', 'check_in', 'table_idea', 'meeting_note'],
  erase: async (tx: Tx, personId: string) => await detachStaff(tx, personId),
};
