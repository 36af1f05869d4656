import type { Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { cancelOne } from './change-registration.server.ts';
import { canSeeRoster } from './policy.ts';
import { mayChangeRegistration } from './rules.ts';
import { selectRegistration } from './store.server.ts';

/**
 * Who facilitates a meeting gives a place up for somebody who said that they cannot come: people
 * whom others registered have nothing of their own that opens their registration.
 */
export async function cancelForPerson(
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    const found = isId(registrationId)
      ? await selectRegistration(tx, { id: registrationId })
      : null;
    if (found?.meetingId !== meeting.id) throw notFound('registration_unknown');
    authorize(mayChangeRegistration(meeting, found.state, now()));
    await cancelOne(tx, actor, { registration: found, meeting }, 'staff');
  });
}
