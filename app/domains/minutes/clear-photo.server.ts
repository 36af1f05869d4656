import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { blurAreas, dropFile, keepFile, type Area } from '#app/platform/files/keep-file.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { readFile } from '#app/platform/files/read-file.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import {
  deleteMeetingFile,
  lockMeetingFile,
  replaceContent,
  selectMeetingFile,
  updateCleared,
  updateDescription,
} from './file.store.server.ts';
import { mayClearPhoto } from './rules.ts';
import type { ClearedReason, MeetingFile } from './types.ts';
import { showPeople, listConsenting } from '#app/domains/registration/show-people.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

async function lockFile(
  tx: Tx,
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
): Promise<{ meeting: Meeting; file: MeetingFile }> {
  const meeting = await lockRun(tx, actor, meetingId);
  const file = isId(fileId) ? await lockMeetingFile(tx, meeting.id, fileId) : null;
  if (!file) throw notFound('page_not_found');
  return { meeting, file };
}

/**
 * Marks that a photo may be public and why: nobody can be recognised, or everybody shown agreed, who
 * are then named. Naming them is for who may see names: the meeting's own facilitators, until it is
 * closed.
 */
export async function clearPhoto(
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
  why: ClearedReason,
  shown: string[] = [],
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, file } = await lockFile(tx, actor, meetingId, fileId);
    authorize(mayClearPhoto(file));
    if (why === 'con_permiso') {
      authorize(canSeeRoster(actor, meeting));
      const agreed = new Set((await listConsenting(tx, meeting.id)).map((person) => person.id));
      if (shown.length === 0) throw fieldErrors({ personas: 'photo_people_required' });
      if (!shown.every((id) => agreed.has(id)))
        throw fieldErrors({ personas: 'photo_people_unwilling' });
    }
    await showPeople(tx, file.id, why === 'con_permiso' ? shown : []);
    await updateCleared(tx, file.id, { why, by: actor.personId, at: now() });
    await recordAudit(tx, actor, {
      action: 'minutes.photo-cleared',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { fileId: file.id, why, shown: why === 'con_permiso' ? shown.length : 0 },
    });
  });
}

/** Makes a photo private again. */
export async function hidePhoto(
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, file } = await lockFile(tx, actor, meetingId, fileId);
    if (file.kind !== 'foto') throw conflict('file_is_no_photo');
    await showPeople(tx, file.id, []);
    await updateCleared(tx, file.id, null);
    await recordAudit(tx, actor, {
      action: 'minutes.photo-cleared',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { fileId: file.id, why: null },
    });
  });
}

/**
 * Covers areas of a photo for good: the picture without them is not kept, and a person has to look at
 * the new one and clear it.
 */
export async function blurPhoto(
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
  areas: Area[],
): Promise<void> {
  const before =
    isId(meetingId) && isId(fileId) ? await selectMeetingFile(getDb(), meetingId, fileId) : null;
  const drawn =
    before?.kind === 'foto' ? await blurAreas(await readFile(getDb(), before.sha256), areas) : null;
  await inTransaction(async (tx) => {
    const { meeting, file } = await lockFile(tx, actor, meetingId, fileId);
    if (!drawn) throw conflict('file_is_no_photo');
    if (file.sha256 !== before?.sha256) throw conflict('changed_meanwhile');
    await keepFile(tx, drawn);
    await replaceContent(tx, file.id, drawn.sha256);
    await showPeople(tx, file.id, []);
    if (drawn.sha256 !== file.sha256) await dropFile(tx, file.sha256);
    await recordAudit(tx, actor, {
      action: 'minutes.photo-blurred',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { fileId: file.id, areas: areas.length },
    });
  });
}

/** Corrects what is said of a photo or a document. */
export async function describeFile(
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
  description: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, file } = await lockFile(tx, actor, meetingId, fileId);
    await updateDescription(tx, file.id, description);
    await recordAudit(tx, actor, {
      action: 'minutes.file-described',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { fileId: file.id },
    });
  });
}

/** Takes a photo or a document away, with its content unless another one has the same. */
export async function removeMeetingFile(
  actor: Actor,
  meetingId: string | undefined,
  fileId: string | undefined,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, file } = await lockFile(tx, actor, meetingId, fileId);
    await deleteMeetingFile(tx, file.id);
    await dropFile(tx, file.sha256);
    await recordAudit(tx, actor, {
      action: 'minutes.file-removed',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { fileId: file.id, kind: file.kind },
    });
  });
}
