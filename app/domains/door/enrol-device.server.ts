import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, forbidden } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { selectDoorList } from './store.server.ts';
import { insertDevice } from './device.store.server.ts';
import type { EnrolReply } from './types.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** Prepares a facilitator's device for the door of one meeting: it takes the day's list along. */
export async function enrolDevice(
  actor: Actor,
  meetingId: string | undefined,
  name: string,
): Promise<EnrolReply> {
  return await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    if (!actor.personId) throw forbidden('sign_in_first');
    if (meeting.state === 'borrador') throw conflict('meeting_not_published');
    const id = newId();
    await insertDevice(tx, {
      id,
      meetingId: meeting.id,
      personId: actor.personId,
      name,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'door.device-enrolled',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { deviceId: id },
    });
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { how: 'device', deviceId: id },
    });
    return { equipo: id, lista: await selectDoorList(tx, meeting.id) };
  });
}
