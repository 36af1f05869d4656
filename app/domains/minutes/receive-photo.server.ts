import type { Actor } from '#app/kernel/actor.ts';
import { conflict, invalid } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isImage } from '#app/platform/files/file-type.ts';
import { readyFile } from '#app/platform/files/keep-file.server.ts';
import { FormErrors, fieldErrors } from '#app/platform/http/field-errors.ts';
import { keepMeetingFile } from './add-meeting-file.server.ts';
import { SentRecord, PhotoRecord, type SentRecordInput } from '#app/domains/door/schema.ts';
import type { SyncReply } from '#app/domains/door/types.ts';
import { selectMeetingFile } from './file.store.server.ts';
import { mayWriteMinutes } from './rules.ts';
import { replyOf } from '#app/domains/door/receive-records.server.ts';
import {
  hearDevice,
  plainly,
  readPayload,
  takeRecord,
} from '#app/domains/door/take-record.server.ts';

/**
 * Takes one photo that a device at a door made, with its bytes. It becomes a photo of the minutes that
 * nobody sees until a person cleared it. Like every record it may come any number of times, and what
 * is refused is remembered with its reason.
 */
export async function receivePhoto(
  actor: Actor,
  meetingId: string | undefined,
  deviceId: string,
  given: unknown,
  file: { name: string; bytes: Buffer },
): Promise<SyncReply> {
  const shape = SentRecord.safeParse(given);
  if (!shape.success || shape.data.kind !== 'foto') throw invalid('json_malformed');
  const record = shape.data;
  const { meeting: heard, isKnown } = await hearDevice(actor, meetingId, deviceId, record.id);
  // Drawn anew before the meeting is held, which takes a while; one that was here already is not drawn again.
  const ready = isKnown ? null : await readyPhoto(record, file);
  const answer = await takeRecord(actor, heard.id, deviceId, record, async (tx, meeting, at) => {
    authorize(mayWriteMinutes(meeting));
    if (ready === null || ready instanceof FormErrors)
      throw ready ?? fieldErrors({ archivo: 'file_required' });
    if (await selectMeetingFile(tx, meeting.id, record.id)) throw conflict('record_foreign');
    await keepMeetingFile(tx, actor, meeting, {
      id: record.id,
      file: ready.file,
      name: file.name,
      description: ready.description,
      at,
    });
    return plainly;
  });
  return await replyOf(heard.id, deviceId, [answer], null);
}

/** The photo ready to be kept, or why it cannot be. */
async function readyPhoto(record: SentRecordInput, file: { name: string; bytes: Buffer }) {
  try {
    const { description } = readPayload(PhotoRecord, record.payload);
    const ready = await readyFile(file, 'archivo');
    if (!isImage(ready.type)) throw fieldErrors({ archivo: 'photo_type' });
    return { file: ready, description };
  } catch (error) {
    if (error instanceof FormErrors) return error;
    throw error;
  }
}
