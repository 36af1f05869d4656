import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { readdressMail } from '#app/platform/mail/readdress-mail.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { CallAbout } from './call.rules.ts';
import { selectReachable } from './contact.store.server.ts';
import { openCall } from './open-call.server.ts';
import { linkQuery } from './open-personal.server.ts';
import { selectRegistration } from './store.server.ts';
import type { RegistrationState } from './types.ts';

/** What is said of a place to who is called because nothing can be mailed any more. */
const placeSaid: Partial<Record<RegistrationState, CallAbout>> = {
  inscrita: 'registered',
  en_espera: 'waiting',
  ofrecida: 'offered',
};

/**
 * What waits to be sent about a registration goes to the address that was corrected; links that the
 * old one asked for are sent to nobody. Where there is no address any more, the person is called.
 * Only the worker may touch mails that wait.
 */
export async function readdressMails(registrationId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const known = await selectRegistration(tx, { id: registrationId });
    const meeting = known && (await lockMeeting(tx, known.meetingId));
    const person = await selectReachable(tx, registrationId);
    if (!meeting || !person) return;
    const { dropped } = await readdressMail(tx, registrationId, {
      to: person.email,
      dropping: linkQuery,
    });
    const about = placeSaid[known.state];
    if (person.email || !person.phone || dropped === 0 || !about) return;
    if (meeting.startsAt > now()) await openCall(tx, registrationId, about, meeting);
  });
}
