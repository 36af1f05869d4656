import type { Tx } from '#app/platform/db/db.server.ts';
import { detachStaff } from './organisation.store.server.ts';

/**
 * What this slice holds of a person who works with it: what they did with groups and goals. It is
 * work, and none of it is theirs to take along.
 */
export const personalData = {
  tables: ['organisation', 'organisation_mention', 'invitation', 'participation_goal'],
  erase: async (tx: Tx, personId: string) => await detachStaff(tx, personId),
};
