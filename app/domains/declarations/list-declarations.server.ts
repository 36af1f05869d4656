import type { Db } from '#app/platform/db/db.server.ts';
import type { FrozenAnswers } from './measures.ts';
import { selectDeclarations } from './store.server.ts';

/** What one registration froze, with the year of the act in the city's time. */
export type Declaration = {
  registrationId: string;
  meetingId: string;
  year: number;
  answers: FrozenAnswers;
};

/**
 * What was declared for a meeting, by registration. Only the worker's role may read it: statistics
 * and draws, never a page.
 */
export async function listDeclarations(
  db: Db,
  meetingId: string,
): Promise<ReadonlyMap<string, Declaration>> {
  return new Map((await selectDeclarations(db, meetingId)).map((row) => [row.registrationId, row]));
}
