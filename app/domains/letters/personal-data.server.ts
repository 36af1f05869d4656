import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { detachStaff, emptyOf, selectLettersOf, selectStepsBy } from './erasure.store.server.ts';

/** What this slice holds of a person: what they wrote, and what they did with others' letters. */
export const personalData = {
  tables: ['letter', 'letter_step', 'letter_call'],
  collect: async (db: Db, personId: string) => ({
    solicitudes: await selectLettersOf(db, personId),
    solicitudes_atendidas: await selectStepsBy(db, personId),
  }),
  erase: async (tx: Tx, personId: string) => {
    await emptyOf(tx, personId, now());
    await detachStaff(tx, personId);
  },
};
