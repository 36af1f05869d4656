import { inTransaction } from '#app/platform/db/db.server.ts';
import { listPeople } from './list-people.server.ts';
import { tallyOf, type TallyRow } from './tally.ts';
import { replaceTally, selectTally, takeRecount } from './tally.store.server.ts';

const textOf = (rows: TallyRow[]) =>
  rows
    .map(({ population, measure, value, people }) => `${population} ${measure} ${value} ${people}`)
    .sort()
    .join('\n');

/**
 * Counts the meetings again whose declarations, registrations or arrivals changed, one a
 * transaction; a change costs its own meeting's rows, however many declarations there are. Returns
 * the meetings whose counts came out different.
 */
export async function recountMeetings(): Promise<string[]> {
  const changed: string[] = [];
  for (;;) {
    const meetingId = await inTransaction(async (tx) => {
      const id = await takeRecount(tx);
      if (id === null) return null;
      const people = await listPeople(tx, id);
      if (people === null) return id;
      const rows = tallyOf(people);
      if (textOf(rows) !== textOf(await selectTally(tx, id))) {
        await replaceTally(tx, id, rows);
        changed.push(id);
      }
      return id;
    });
    if (meetingId === null) return changed;
  }
}
