import type { Tx } from '#app/platform/db/db.server.ts';
import type { Meeting } from './types.ts';

/** What the form of a meeting says of it. */
export type MeetingFields = Pick<
  Meeting,
  | 'kind'
  | 'title'
  | 'purpose'
  | 'startsAt'
  | 'endsAt'
  | 'modality'
  | 'venue'
  | 'address'
  | 'directions'
  | 'capacity'
  | 'reserved'
  | 'opensAt'
  | 'closesAt'
  | 'languages'
  | 'access'
  | 'accessNote'
  | 'materials'
  | 'offerHours'
  | 'allocation'
> & { localityCode: string | null; onlineUrl: string; commitmentIds: string[] };

const columnsOf = (fields: MeetingFields) => ({
  kind: fields.kind,
  title: fields.title,
  purpose: fields.purpose,
  starts_at: fields.startsAt,
  ends_at: fields.endsAt,
  modality: fields.modality,
  venue: fields.venue,
  address: fields.address,
  locality_code: fields.localityCode,
  directions: fields.directions,
  online_url: fields.onlineUrl,
  capacity: fields.capacity,
  reserved: fields.reserved,
  opens_at: fields.opensAt,
  closes_at: fields.closesAt,
  languages: fields.languages,
  access: fields.access,
  access_note: fields.accessNote,
  materials: fields.materials,
  offer_hours: fields.offerHours,
  allocation: fields.allocation,
});

export async function insertMeeting(
  tx: Tx,
  meeting: MeetingFields & {
    id: string;
    planId: string;
    createdBy: string | null;
    lang: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('meeting')
    .values({
      id: meeting.id,
      plan_id: meeting.planId,
      state: 'borrador',
      lang: meeting.lang,
      created_by: meeting.createdBy,
      created_at: meeting.at,
      ...columnsOf(meeting),
    })
    .execute();
  await replaceCommitments(tx, meeting.id, meeting.commitmentIds);
}

/** Changes a meeting that still has the version that its editor saw; false when somebody was faster. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  version: number,
  fields: MeetingFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('meeting')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  await replaceCommitments(tx, id, fields.commitmentIds);
  return true;
}

async function replaceCommitments(
  tx: Tx,
  meetingId: string,
  commitmentIds: string[],
): Promise<void> {
  await tx.deleteFrom('meeting_commitment').where('meeting_id', '=', meetingId).execute();
  if (commitmentIds.length > 0)
    await tx
      .insertInto('meeting_commitment')
      .values(commitmentIds.map((commitment_id) => ({ meeting_id: meetingId, commitment_id })))
      .execute();
}

export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ state: 'publicado', published_at: at })
    .where('id', '=', id)
    .execute();
}

/** Marks a meeting as cancelled: a new version of it, by which calendars that hold it know the newer word. */
export async function markCancelled(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set((eb) => ({
      state: 'cancelado',
      cancelled_at: at,
      cancel_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function markClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('meeting').set({ closed_at: at }).where('id', '=', id).execute();
}

/** Marks of what later rooms did with a meeting. */
export async function updateMarks(
  tx: Tx,
  id: string,
  marks: { allotted_at?: Date; counted?: number; state?: 'con_acta'; mentions_at?: Date },
): Promise<void> {
  await tx.updateTable('meeting').set(marks).where('id', '=', id).execute();
}

/** Who called a meeting is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ created_by: null })
    .where('created_by', '=', personId)
    .execute();
}
