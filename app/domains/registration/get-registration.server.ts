import { certain } from '#app/kernel/certain.ts';
import { notFound } from '#app/kernel/errors.ts';
import { readCode } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { codeKey } from './match-keys.server.ts';
import { findMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { selectRegistration } from './store.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { RegistrationView } from './types.ts';

/**
 * What a code alone shows: the meeting, the state and the turn. A wrong code is an unknown page.
 */
export async function getRegistration(
  db: Db,
  given: string | undefined,
): Promise<{ code: string; registration: RegistrationView; meeting: Meeting }> {
  const code = readCode(given);
  const registration = code ? await selectRegistration(db, { codeKey: codeKey(code) }) : null;
  if (!code || !registration) throw notFound('registration_not_found');
  return { code, registration, meeting: certain(await findMeeting(db, registration.meetingId)) };
}
