import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { closeMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { getPreparation } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { selectMeetingFiles } from './file.store.server.ts';
import type { StillOpen } from './types.ts';

/** What of a meeting nobody can settle any more once its list of people is closed. */
export async function countStillOpen(db: Db, meetingId: string): Promise<StillOpen> {
  const [done, files] = await Promise.all([
    getPreparation(db, meetingId),
    selectMeetingFiles(db, meetingId),
  ]);
  return {
    needs: done.openNeeds,
    duplicates: done.openDuplicates,
    photos: files.filter((file) => file.kind === 'foto' && !file.clearedWhy).length,
  };
}

/** Closes a meeting; while something is open, only who says so all the same. */
export async function closeAfterCheck(
  actor: Actor,
  db: Db,
  id: string | undefined,
  confirmed: boolean,
): Promise<void> {
  const meeting = await getAnyMeeting(db, id);
  authorize(canRunMeeting(actor, meeting));
  const open = await countStillOpen(db, meeting.id);
  if (!confirmed && Object.values(open).some((count) => count > 0))
    throw fieldErrors({ confirma: 'close_confirm' });
  await closeMeeting(actor, id);
}
