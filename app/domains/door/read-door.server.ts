import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import { countMeeting, selectDevices, type Device } from './store.server.ts';
import type { MeetingCounts } from './types.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { listRoster } from '#app/domains/registration/list-registrations.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { RosterRow } from '#app/domains/registration/types.ts';
import { readMeeting } from '#app/domains/meetings/read-meeting.server.ts';

/** The frame of a desk, without anybody's name: what a device may keep unencrypted. */
export async function getDeskFrame(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; seesRoster: boolean }> {
  const meeting = await readMeeting(db, meetingId);
  authorize(canRunMeeting(actor, meeting));
  return { meeting, seesRoster: canSeeRoster(actor, meeting).allowed };
}

export type Desk = { people: RosterRow[]; devices: Device[]; counts: MeetingCounts };

/** The people of a meeting as its facilitators see them until it is closed; opening the list leaves an audit row. */
export async function readDesk(actor: Actor, meetingId: string | undefined): Promise<Desk> {
  return await inTransaction(async (tx) => {
    const meeting = await readMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { how: 'page' },
    });
    return {
      people: await listRoster(tx, meeting.id),
      devices: await selectDevices(tx, meeting.id),
      counts: await countMeeting(tx, meeting.id),
    };
  });
}
