import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { keepOffer, selectMeetingsWithReturned, takeReturned } from './call.store.server.ts';
import { openCall } from './open-call.server.ts';

/**
 * Who gave an address that is nobody's is called from now on: that it does not work, and the place
 * that was offered in a mail which never arrived.
 */
export async function callReturned(): Promise<void> {
  for (const meetingId of await selectMeetingsWithReturned(getDb(), now()))
    await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting) return;
      for (const { id, state } of await takeReturned(tx, meetingId, now())) {
        await openCall(tx, id, 'mail_returned', meeting);
        if (state !== 'ofrecida') continue;
        await keepOffer(tx, id, meeting.startsAt);
        await openCall(tx, id, 'offered', meeting);
      }
    });
}
