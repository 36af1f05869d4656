import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { deleteProfile, selectOwnProfile } from './profile.store.server.ts';

/**
 * What this slice holds of a person: what their account says of itself, in the protected schema.
 * Registrations hold theirs.
 */
export const personalData = {
  tables: [],
  collect: async (db: Db, _personId: string, session: string) => ({
    sobre_mi: await selectOwnProfile(db, session, now()),
  }),
  erase: async (tx: Tx, personId: string) => void (await deleteProfile(tx, personId)),
};
