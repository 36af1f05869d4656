import type { Db } from '#app/platform/db/db.server.ts';
import { selectNotes, selectRevisions, selectStepEntries } from './history.store.server.ts';
import type { Revision, StepEntry } from './types.ts';

/** When the idea reached each step of its road, and why. */
export async function listStepEntries(db: Db, ideaId: string): Promise<StepEntry[]> {
  return await selectStepEntries(db, ideaId);
}

/** Every kept version of the text, oldest first. */
export async function listRevisions(db: Db, ideaId: string): Promise<Revision[]> {
  return await selectRevisions(db, ideaId);
}

/** The author's notes, oldest first. */
export async function listNotes(
  db: Db,
  ideaId: string,
): Promise<{ id: string; body: string; createdAt: Date }[]> {
  return await selectNotes(db, ideaId);
}
