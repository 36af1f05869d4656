import { inTransaction } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { tallyOf, type TallyRow } from './tally.ts';
import { replaceTally, selectPresent, selectTally, takeRecount } from './tally.store.server.ts';

const textOf = (rows: TallyRow[]) => rows.map(({ population, measure, value, people }) => `${population} ${measure} ${value} ${people}`).sort().join('\n');

/**
 * Counts the meetings again whose declarations, registrations or arrivals changed, one a transaction; a change costs its
 * own meeting's rows, however many declarations there are. Returns the meetings whose counts came out different.
 */
export async function recountMeetings(): Promise<string[]> {
  const changed: string[] = [];
  for (;;) {
    const meetingId = await inTransaction(async (tx) => {
      const id = await takeRecount(tx);
      if (id === null) return null;
      const present = await selectPresent(tx, id);
      if (present === null) return id;
      const declared = new Map((await listDeclarations(tx, id)).map((row) => [row.registrationId, row]));
      const rows = tallyOf(present.map((person) => ({ ...person, year: declared.get(person.id)?.year ?? 0, answers: declared.get(person.id)?.answers ?? null })));
      if (textOf(rows) !== textOf(await selectTally(tx, id))) {
        await replaceTally(tx, id, rows);
        changed.push(id);
      }
      return id;
    });
    if (meetingId === null) return changed;
  }
}
