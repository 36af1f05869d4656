import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { detachCreator, selectBegunBy } from './person.store.server.ts';

/** What this slice holds of a person: who began a dossier. The dossier itself stays. */
export const personalData = {
  tables: ['proposal'],
  collect: async (db: Db, personId: string) => ({
    propuestas_iniciadas: await selectBegunBy(db, personId),
  }),
  erase: async (tx: Tx, personId: string) => await detachCreator(tx, personId),
};
