import type { Db, Tx } from '#app/platform/db/db.server.ts';
import {
  forgetPerson,
  selectAnswersOf,
  selectAppealsOf,
  selectClaimsOf,
  selectDecisionsOf,
  selectHidingsOf,
  selectReportsOf,
} from './personal-data.store.server.ts';

/** What this slice holds of a person: as somebody who complains or appeals, and as a moderator. */
export const personalData = {
  tables: ['report', 'appeal', 'triage_decision', 'triage_claim', 'hiding'],
  collect: async (db: Db, personId: string) => ({
    reportes: await selectReportsOf(db, personId),
    apelaciones: await selectAppealsOf(db, personId),
    respuestas: await selectAnswersOf(db, personId),
    decisiones_de_moderacion: await selectDecisionsOf(db, personId),
    ocultamientos: await selectHidingsOf(db, personId),
    en_revision: await selectClaimsOf(db, personId),
  }),
  erase: async (tx: Tx, personId: string) => await forgetPerson(tx, personId),
};
