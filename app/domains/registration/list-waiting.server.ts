import type { Db } from '#app/platform/db/db.server.ts';
import { selectStanding } from './store.server.ts';

/** The registrations that wait for a place of a meeting, by their ids alone. */
export async function listWaiting(db: Db, meetingId: string): Promise<string[]> {
  return (await selectStanding(db, meetingId)).waiting;
}
