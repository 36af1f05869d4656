import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, type Tx } from '#app/platform/db/db.server.ts';
import { isImage } from '#app/platform/files/file-type.ts';
import { keepFile, readyFile, type ReadyFile } from '#app/platform/files/keep-file.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import { insertMeetingFile, lockMeetingFile } from './file.store.server.ts';
import { minutesLimits, mayWriteMinutes } from './rules.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** A file's name as it is shown and downloaded: without folders, not too long. */
function fileName(given: string): string {
  const name = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .trim();
  return [...name].slice(-minutesLimits.name).join('') || 'archivo';
}

/**
 * Keeps a photo or a document of a meeting. A picture is a photo whatever it shows, and stays private
 * until a person clears it.
 */
export async function addMeetingFile(
  actor: Actor,
  meetingId: string | undefined,
  given: { name: string; bytes: Buffer; description: string },
): Promise<{ id: string; kind: 'foto' | 'adjunto' }> {
  // Asked before the picture is drawn anew, which takes a while and needs no lock.
  const meeting = await getAnyMeeting(getDb(), meetingId);
  authorize(canRunMeeting(actor, meeting));
  const file = await readyFile(given, 'archivo');
  const { name, description } = given;
  return await actOnce(
    actor,
    { act: 'minutes.file', content: { meetingId, sha256: file.sha256, name, description } },
    async (tx) => {
      authorize(mayWriteMinutes(await lockRun(tx, actor, meetingId)));
      return await keepMeetingFile(tx, actor, meeting, {
        id: newId(),
        file,
        name,
        description,
        at: now(),
      });
    },
    async (tx, { id }) => (await lockMeetingFile(tx, meeting.id, id)) !== null,
  );
}

/** The same for a file that is ready, within a transaction that holds the meeting and has asked who may. */
export async function keepMeetingFile(
  tx: Tx,
  who: Actor,
  meeting: Pick<Meeting, 'id'>,
  given: { id: string; file: ReadyFile; name: string; description: string; at: Date },
): Promise<{ id: string; kind: 'foto' | 'adjunto' }> {
  const { id, file } = given;
  const kind = isImage(file.type) ? 'foto' : 'adjunto';
  await keepFile(tx, file);
  await insertMeetingFile(tx, {
    id,
    meetingId: meeting.id,
    sha256: file.sha256,
    kind,
    name: fileName(given.name),
    description: given.description,
    addedBy: who.personId,
    at: given.at,
  });
  await recordAudit(tx, who, {
    action: 'minutes.file-added',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    data: { fileId: id, kind, sha256: file.sha256 },
  });
  return { id, kind };
}
