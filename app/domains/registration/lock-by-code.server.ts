import { certain } from '#app/kernel/certain.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { codeKey } from './match-keys.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { selectRegistration } from './store.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { RegistrationView } from './types.ts';

/** The registration of a code with its meeting locked, read again under the lock. */
export async function lockByCode(
  tx: Tx,
  code: string,
): Promise<{ registration: RegistrationView; meeting: Meeting }> {
  const known = await selectRegistration(tx, { codeKey: codeKey(code) });
  const meeting = known && (await lockMeeting(tx, known.meetingId));
  if (!meeting) throw notFound('page_not_found');
  return { registration: certain(await selectRegistration(tx, { id: known.id })), meeting };
}
