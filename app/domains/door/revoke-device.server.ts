import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { markRevoked, selectDevice } from './device.store.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** Lets a device go, lost or finished: from here on it gets nothing more. Coordination may do it too. */
export async function revokeDevice(
  actor: Actor,
  meetingId: string | undefined,
  deviceId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canRunMeeting(actor, meeting));
    const device = isId(deviceId) ? await selectDevice(tx, deviceId, meeting.id) : null;
    if (!device) throw notFound('page_not_found');
    if (await markRevoked(tx, device.id, now()))
      await recordAudit(tx, actor, {
        action: 'door.device-revoked',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        data: { deviceId: device.id },
      });
  });
}
