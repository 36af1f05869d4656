import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { ClearedReason, MeetingFile } from './types.ts';

/** Who was said to be in a photo and does not consent, whichever way that came to be. */
const refuses = sql`
  exists (
    select
    from meeting_file_person p
    where p.file_id = m.id
      and not exists (
        select
        from registration_consent c
        where c.registration_id = p.registration_id
          and c.purpose = 'imagen'
          and c.revoked_at is null
      )
  )
`;
/** With permission a photo is public only while everybody shown consents, whatever was marked before. */
const columns = sql`
  m.id, m.sha256, m.kind, f.type, f.size, m.name, m.description, m.added_at as "addedAt",
  m.withdrawn_at as "withdrawnAt",
  (select count(*)::int from meeting_file_person p where p.file_id = m.id) as shown,
  case
    when m.cleared_why = 'con_permiso' and ${refuses} then null
    else m.cleared_why
    end as "clearedWhy"
`;

/** Photos and documents of a meeting, in the order in which they came. */
export async function selectMeetingFiles(db: Db, meetingId: string): Promise<MeetingFile[]> {
  const { rows } = await sql<MeetingFile>`
    select ${columns}
    from meeting_file m
      join file f on f.sha256 = m.sha256
    where m.meeting_id = ${meetingId}::uuid
    order by m.added_at, m.id
  `.execute(db);
  return rows;
}

export async function selectMeetingFile(
  db: Db,
  meetingId: string,
  id: string,
): Promise<MeetingFile | null> {
  const { rows } = await sql<MeetingFile>`
    select ${columns}
    from meeting_file m
      join file f on f.sha256 = m.sha256
    where m.meeting_id = ${meetingId}::uuid and m.id = ${id}::uuid
  `.execute(db);
  return rows[0] ?? null;
}

/** A file of a meeting, held until the transaction ends. */
export async function lockMeetingFile(
  tx: Tx,
  meetingId: string,
  id: string,
): Promise<MeetingFile | null> {
  await sql`
    select 1
    from meeting_file
    where meeting_id = ${meetingId}::uuid and id = ${id}::uuid
    for update
  `.execute(tx);
  return await selectMeetingFile(tx, meetingId, id);
}

export async function insertMeetingFile(
  tx: Tx,
  file: {
    id: string;
    meetingId: string;
    sha256: string;
    kind: MeetingFile['kind'];
    name: string;
    description: string;
    addedBy: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('meeting_file')
    .values({
      id: file.id,
      meeting_id: file.meetingId,
      sha256: file.sha256,
      kind: file.kind,
      name: file.name,
      description: file.description,
      added_by: file.addedBy,
      added_at: file.at,
    })
    .execute();
}

/** Says why a photo may be public, or that it may not (nothing). */
export async function updateCleared(
  tx: Tx,
  id: string,
  cleared: { why: ClearedReason; by: string | null; at: Date } | null,
): Promise<void> {
  await tx
    .updateTable('meeting_file')
    .set({
      cleared_why: cleared?.why ?? null,
      cleared_by: cleared?.by ?? null,
      cleared_at: cleared?.at ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Puts another picture in a photo's place; whoever cleared the old one has not seen the new one. */
export async function replaceContent(tx: Tx, id: string, sha256: string): Promise<void> {
  await tx
    .updateTable('meeting_file')
    .set({ sha256, cleared_why: null, cleared_by: null, cleared_at: null, withdrawn_at: null })
    .where('id', '=', id)
    .execute();
}

export async function updateDescription(tx: Tx, id: string, description: string): Promise<void> {
  await tx.updateTable('meeting_file').set({ description }).where('id', '=', id).execute();
}

export async function deleteMeetingFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('meeting_file').where('id', '=', id).execute();
}
