import { certain } from '#app/kernel/certain.ts';
import { notFound } from '#app/kernel/errors.ts';
import { readCode } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { codeKey, codeOfCertificate } from './match-keys.server.ts';
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
): Promise<{
  code: string;
  certificate: string;
  registration: RegistrationView;
  meeting: Meeting;
}> {
  const code = readCode(given);
  const registration = code ? await selectRegistration(db, { codeKey: codeKey(code) }) : null;
  if (!code || !registration) throw notFound('registration_not_found');
  return {
    code,
    certificate: codeOfCertificate(registration.id),
    registration,
    meeting: certain(await findMeeting(db, registration.meetingId)),
  };
}

/** The registration that a certificate's code is of: that code opens nothing of it. */
export async function getCertified(
  db: Db,
  given: string | undefined,
): Promise<{ certificate: string; registration: RegistrationView; meeting: Meeting }> {
  const certificate = readCode(given);
  const registration =
    certificate && (await selectRegistration(db, { certificateKey: codeKey(certificate) }));
  if (!registration) throw notFound('page_not_found');
  return {
    certificate,
    registration,
    meeting: certain(await findMeeting(db, registration.meetingId)),
  };
}
