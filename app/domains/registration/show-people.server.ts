import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { TextSpan } from '#app/platform/personal-data/types.ts';
import { findNamedPeople } from './named-people.ts';
import { replaceShown, selectConsenting, selectNames, selectShown } from './photo.store.server.ts';
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

/** Where each text names somebody who registered at a meeting; of the list itself nothing leaves. */
export async function listNamed(
  db: Db,
  meetingId: string,
  texts: readonly string[],
): Promise<TextSpan[][]> {
  return findNamedPeople(await selectNames(db, meetingId), texts);
}
