import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { replaceShown, selectConsenting, selectShown } from './photo.store.server.ts';
import type { PhotoCandidate } from './types.ts';

/** People of a meeting who agreed to be in its photos and did not take it back. */
export async function listConsenting(db: Db, meetingId: string): Promise<PhotoCandidate[]> {
  return await selectConsenting(db, meetingId);
}

/** Who was said to be in a photo: their registrations. */
export async function listShown(db: Db, fileId: string): Promise<string[]> {
  return await selectShown(db, fileId);
}

/** Says who is in a photo, instead of what was said before. */
export async function showPeople(tx: Tx, fileId: string, registrationIds: string[]): Promise<void> {
  await replaceShown(tx, fileId, registrationIds);
}
