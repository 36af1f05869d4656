import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { callDue, callSubjects, type CallAbout } from './call.rules.ts';
import { keepOffer, openCall, takeReturned } from './call.store.server.ts';
import { selectRegistration } from './store.server.ts';

/**
 * Who gave an address that is nobody's is called from now on: that it does not work, and the place
 * that was offered in a mail which never arrived.
 */
export async function callReturned(): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { id, meetingId } of await takeReturned(tx, now())) {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting) continue;
      await call(tx, id, 'mail_returned', meeting);
      const registration = await selectRegistration(tx, { id });
      if (registration?.state !== 'ofrecida') continue;
      await keepOffer(tx, id, meeting.startsAt);
      await call(tx, id, 'offered', meeting);
    }
  });
}

async function call(tx: Tx, id: string, about: CallAbout, meeting: Meeting): Promise<void> {
  const dueAt = callDue(callSubjects[about], meeting, now());
  await openCall(tx, { registrationId: id, about, note: '', dueAt, at: now() });
}
