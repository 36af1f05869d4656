import type { PersonalData } from '#app/domains/accounts/types.ts';
import { deleteRecordsOf, selectOwnRecords } from './store.server.ts';

/** Notices and follows of a person. */
export const personalData: PersonalData = {
  tables: ['notice', 'follow'],
  collect: selectOwnRecords,
  erase: deleteRecordsOf,
};
