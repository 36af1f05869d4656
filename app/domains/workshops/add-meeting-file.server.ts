import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/decision.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { isImage } from '#app/platform/files/file-type.ts';
import { keepFile, readyFile } from '#app/platform/files/keep-file.server.ts';
import { lockRun } from './decide-meeting.server.ts';
import { insertMeetingFile, selectMeetingFile } from './meeting-file.store.server.ts';
import { minutesLimits, writeMinutesDecision } from './minutes.rules.ts';
import { canRunMeeting } from './policy.ts';
import { readMeeting } from './read-meeting.server.ts';

/** A file's name as it is shown and downloaded: without folders, not too long. */
function fileName(given: string): string {
  const name = given.replace(/^.*[/\\]/, '').replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '').trim();
  return [...name].slice(-minutesLimits.name).join('') || 'archivo';
}

/**
 * Keeps a photo or a document of a meeting. A picture is a photo whatever it shows, and stays private until a person
 * clears it. A device that gives the record's `id` may send it again.
 */
export async function addMeetingFile(actor: Actor, meetingId: string | undefined, given: { name: string; bytes: Buffer; description: string; id?: string }): Promise<{ id: string; kind: 'foto' | 'adjunto' }> {
  // Asked before the picture is drawn anew, which takes a while and needs no lock.
  const meeting = await readMeeting(getDb(), meetingId);
  authorize(canRunMeeting(actor, meeting));
  const file = await readyFile(given, 'archivo');
  return await inTransaction(async (tx) => {
    authorize(writeMinutesDecision(await lockRun(tx, actor, meetingId)));
    const kind = isImage(file.type) ? 'foto' : 'adjunto';
    const id = given.id ?? newId();
    if (given.id && (await selectMeetingFile(tx, meeting.id, id))) return { id, kind };
    await keepFile(tx, file);
    await insertMeetingFile(tx, { id, meetingId: meeting.id, sha256: file.sha256, kind, name: fileName(given.name), description: given.description, addedBy: actor.personId, at: now() });
    await recordAudit(tx, actor, { action: 'workshops.file-added', subjectKind: 'meeting', subjectId: meeting.id, data: { fileId: id, kind, sha256: file.sha256 } });
    return { id, kind };
  });
}
