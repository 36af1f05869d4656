import type { Tx } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import type { Present } from './tally.ts';
import { selectPresent } from './tally.store.server.ts';

/**
 * The people of a meeting as statistics see them. Null when what they declared was deleted with its
 * time: what was counted stays as it was. Only the worker's role may read it.
 */
export async function listPeople(tx: Tx, meetingId: string): Promise<Present[] | null> {
  const present = await selectPresent(tx, meetingId);
  if (present === null) return null;
  const declared = await listDeclarations(tx, meetingId);
  return present.map(({ id, ...took }) => ({
    ...took,
    answers: declared.get(id)?.answers ?? null,
    year: declared.get(id)?.year ?? 0,
  }));
}
