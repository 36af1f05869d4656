import type { Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import type { Sheet } from '#app/platform/spreadsheets/types.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { ListChoices } from './list-choices.ts';
import { listFileColumns } from './list-columns.ts';
import { canSeeRoster } from './policy.ts';
import { mayRegister } from './rules.ts';
import { selectUpload, type UploadOf } from './upload.store.server.ts';

/** Who works with which list of a meeting: what the session's token opens. */
export type ListAsked = {
  meetingId: string | undefined;
  listId?: string | undefined;
  session: string;
};

/** What a list loaded on a screen may hold: a meeting is a hall, and a person looks at each row. */
const limits = { bytes: 5 * 1024 * 1024, rows: 2000, columns: 60 };

const keys = new Set(Object.entries(listFileColumns).flat(2).map(columnKey));

/** A list of registrations out of its file. */
export async function readListFile(bytes: Uint8Array): Promise<Sheet> {
  return await readSpreadsheet(bytes, { limits, isColumn: (key) => keys.has(key) });
}

/** A meeting that takes a list from this person now. */
export async function meetingForList(
  db: Db,
  who: Actor,
  meetingId: string | undefined,
): Promise<Meeting> {
  const meeting = await getListDesk(db, who, meetingId);
  authorize(mayRegister(meeting, now(), 'papel'));
  return meeting;
}

/** The meeting of the page on which a list is brought. */
export async function getListDesk(
  db: Db,
  who: Actor,
  meetingId: string | undefined,
): Promise<Meeting> {
  const meeting = await getAnyMeeting(db, meetingId);
  authorize(canSeeRoster(who, meeting));
  return meeting;
}

/** How a list is asked for. */
export const uploadOf = (meeting: Meeting, { session }: ListAsked): UploadOf => ({
  meetingId: meeting.id,
  session,
  at: now(),
});

/** A list that is being looked at, with what was chosen for it. */
export async function openList(
  db: Db,
  who: Actor,
  asked: ListAsked,
): Promise<{ id: string; meeting: Meeting; sheet: Sheet; choices: ListChoices }> {
  const meeting = await meetingForList(db, who, asked.meetingId);
  if (!asked.listId || !isId(asked.listId)) throw notFound('page_not_found');
  const kept = await selectUpload(db, asked.listId, uploadOf(meeting, asked));
  if (!kept) throw conflict('list_over');
  return {
    id: asked.listId,
    meeting,
    sheet: await readListFile(kept.content),
    choices: ListChoices.parse(kept.choices),
  };
}
