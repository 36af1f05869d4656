import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { detachStaff } from './change.store.server.ts';
import { deleteProposalsOf, selectProposals } from './proposal.store.server.ts';

/**
 * What this slice holds of a person who works with it: that they called meetings, which is work and
 * not theirs to take along; and what they wrote of meetings that were not called.
 */
export const personalData = {
  tables: ['meeting', 'meeting_proposal'],
  collect: async (db: Db, personId: string) => ({
    propuestas_de_encuentros: (await selectProposals(db, { authorId: personId, sent: false })).map(
      ({ content, state, note }) => ({ contenido: content, estado: state, respuesta: note }),
    ),
  }),
  erase: async (tx: Tx, personId: string) => {
    await deleteProposalsOf(tx, personId);
    await detachStaff(tx, personId);
  },
};
