import type { Actor } from '#app/kernel/actor.ts';
import { unauthenticated } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors, fileErrors } from '#app/platform/http/field-errors.ts';
import { SheetRefused } from '#app/platform/spreadsheets/types.ts';
import type { ListChoices } from './list-choices.ts';
import {
  meetingForList,
  openList,
  readListFile,
  uploadOf,
  type ListAsked,
} from './open-list.server.ts';
import { deleteUploads, keepUpload, updateChoices } from './upload.store.server.ts';

/** How long a list is kept to be looked at, in minutes. */
const minutes = 60;

/** What is kept of a list that cannot be read is nothing: why is said beside its field. */
async function requireReadable(bytes: Buffer): Promise<number> {
  if (bytes.length === 0) throw fieldErrors({ archivo: 'file_required' });
  try {
    const sheet = await readListFile(bytes);
    if (sheet.rows.length === 0)
      throw new SheetRefused({ line: sheet.headerLine, key: 'rows.none' });
    return sheet.rows.length;
  } catch (error) {
    throw error instanceof SheetRefused ? fileErrors('archivo', error.problems) : error;
  }
}

/** Keeps a list for as long as who brings it looks at what would become of its rows. */
export async function uploadList(actor: Actor, asked: ListAsked, bytes: Buffer): Promise<string> {
  const meeting = await meetingForList(getDb(), actor, asked.meetingId);
  const rows = await requireReadable(bytes);
  const id = newId();
  await inTransaction(async (tx) => {
    const until = new Date(now().getTime() + minutes * 60_000);
    if (!(await keepUpload(tx, id, uploadOf(meeting, asked), { content: bytes, until })))
      throw unauthenticated('sign_in_first');
    await recordAudit(tx, actor, {
      action: 'registration.list-uploaded',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { rows },
    });
  });
  return id;
}

/** Writes down what was chosen for a list; what is not said stays as it was. */
export async function chooseForList(
  actor: Actor,
  asked: ListAsked,
  read: (header: string[]) => ListChoices,
): Promise<void> {
  const { id, meeting, sheet, choices } = await openList(getDb(), actor, asked);
  const chosen = read(sheet.header);
  const places = { ...choices.places, ...chosen.places };
  await inTransaction(async (tx) => {
    await updateChoices(tx, id, uploadOf(meeting, asked), { ...chosen, places });
  });
}

/** Lets a list go that was not loaded. */
export async function dropList(actor: Actor, asked: ListAsked): Promise<void> {
  const meeting = await meetingForList(getDb(), actor, asked.meetingId);
  await deleteUploads(getDb(), { personId: actor.personId, meetingId: meeting.id }, now());
}
