import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { detachAuthor, selectAuthored, selectSealedAndDecided } from './authored.store.server.ts';

/** What this slice holds of a person: contributions stay without their author, drafts go. */
export const personalData = {
  tables: ['idea', 'idea_revision', 'idea_comment', 'idea_note', 'idea_seal'],
  collect: async (db: Db, personId: string) => ({
    ...(await selectAuthored(db, personId)),
    ...(await selectSealedAndDecided(db, personId)),
  }),
  erase: async (tx: Tx, personId: string) => await detachAuthor(tx, personId),
};
