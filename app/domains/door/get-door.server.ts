import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { listRoster } from '#app/domains/registration/list-registrations.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { selectDevices } from './device.store.server.ts';
import { countMeeting } from './store.server.ts';
import type { DoorDevice, MeetingCounts, RosterPerson } from './types.ts';

/** The frame of a door, without anybody's name: what a device may keep unencrypted. */
export async function getDoorFrame(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; seesRoster: boolean }> {
  const meeting = await getAnyMeeting(db, meetingId);
  authorize(canRunMeeting(actor, meeting));
  return { meeting, seesRoster: canSeeRoster(actor, meeting).allowed };
}

export type DoorList = { people: RosterPerson[]; devices: DoorDevice[]; counts: MeetingCounts };

/**
 * The people of a meeting as its facilitators see them until it is closed, with the devices that hold
 * the list; opening it leaves an audit row.
 */
export async function getDoorList(actor: Actor, meetingId: string | undefined): Promise<DoorList> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { how: 'page' },
    });
    const devices = await selectDevices(tx, meeting.id);
    return {
      people: (await listRoster(tx, meeting.id)).map(rosterPerson),
      devices: devices.map(({ id, name, lastSeenAt, revokedAt }) => ({
        id,
        name,
        lastSeenAt,
        revokedAt,
      })),
      counts: await countMeeting(tx, meeting.id),
    };
  });
}

/** What is needed at a door of what the list says of a person. */
function rosterPerson(row: RosterPerson): RosterPerson {
  const { id, name, email, phone, state, channel, needs } = row;
  const { checkedInAt, overCapacity, isMinor } = row;
  return {
    id,
    name,
    email,
    phone,
    state,
    channel,
    needs,
    checkedInAt,
    overCapacity,
    isMinor,
  };
}
