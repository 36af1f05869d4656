import type { Db } from '#app/platform/db/db.server.ts';
import { selectCoordinators, selectFacilitators, type Staff } from './preparation.store.server.ts';

/** People who facilitate a meeting at a moment: by itself, by one of its commitments, or all of them. */
export async function listFacilitators(db: Db, meetingId: string, at: Date): Promise<Staff[]> {
  return await selectFacilitators(db, meetingId, at);
}

/** People who coordinate at a moment. */
export async function listCoordinators(db: Db, at: Date): Promise<Staff[]> {
  return await selectCoordinators(db, at);
}
