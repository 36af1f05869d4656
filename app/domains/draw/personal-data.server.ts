import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { detachPerson, selectNamesOf } from './entry.store.server.ts';
import { selectSharesOf } from './share.store.server.ts';

/**
 * What this slice holds of a person: what they were called in draws, and what they added to a seed
 * as a person of the Circle.
 */
export const personalData = {
  tables: ['draw', 'draw_share', 'draw_entry'],
  collect: async (db: Db, personId: string) => {
    const [names, shares] = await Promise.all([
      selectNamesOf(db, personId),
      selectSharesOf(db, personId),
    ]);
    return {
      sorteos: names.map(({ title, pseudonym, token }) => ({
        taller: title,
        seudonimo: pseudonym,
        ficha: token,
      })),
      aportes_a_sorteos: shares.map(({ title, commitment, committedAt, revealedAt }) => ({
        taller: title,
        huella: commitment,
        comprometida_en: committedAt,
        revelada_en: revealedAt,
      })),
    };
  },
  erase: async (tx: Tx, personId: string) => await detachPerson(tx, personId),
};
