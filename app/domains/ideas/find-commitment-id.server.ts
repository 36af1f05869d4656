import type { Db } from '#app/platform/db/db.server.ts';
import { selectCommitmentId } from './store.server.ts';

/** The id of a commitment of the active plan by its slug; undefined when there is none. */
export async function findCommitmentId(db: Db, slug: string): Promise<string | undefined> {
  return (await selectCommitmentId(db, slug))?.id;
}
