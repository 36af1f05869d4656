import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { MeetingIdea, Minutes, TableIdea } from './types.ts';

type MinutesRow = {
  version: number;
  agenda: string;
  topics: string;
  agreements: string;
  closing: string;
  attended: number | null;
  state: Minutes['state'];
  written_at: Date;
  published_at: Date | null;
};
const minutesColumns = [
  'version',
  'agenda',
  'topics',
  'agreements',
  'closing',
  'attended',
  'state',
  'written_at',
  'published_at',
] as const;

const minutesOf = (row: MinutesRow): Minutes => ({
  version: row.version,
  agenda: row.agenda,
  topics: row.topics,
  agreements: row.agreements,
  closing: row.closing,
  attended: row.attended,
  state: row.state,
  writtenAt: row.written_at,
  publishedAt: row.published_at,
});

/** Every version of the minutes of a meeting, the newest first; the draft, if there is one, comes first. */
export async function selectMinutes(db: Db, meetingId: string): Promise<Minutes[]> {
  const rows = await db
    .selectFrom('meeting_minutes')
    .select(minutesColumns)
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(minutesOf);
}

export type MinutesTexts = Pick<Minutes, 'agenda' | 'topics' | 'agreements' | 'closing'>;

/** Writes the draft of a version, or writes over it. The caller holds the meeting's lock. */
export async function upsertDraft(
  tx: Tx,
  draft: MinutesTexts & { meetingId: string; version: number; writtenBy: string | null; at: Date },
): Promise<void> {
  const texts = {
    agenda: draft.agenda,
    topics: draft.topics,
    agreements: draft.agreements,
    closing: draft.closing,
    written_by: draft.writtenBy,
    written_at: draft.at,
  };
  await tx
    .insertInto('meeting_minutes')
    .values({ meeting_id: draft.meetingId, version: draft.version, state: 'borrador', ...texts })
    .onConflict((oc) => oc.columns(['meeting_id', 'version']).doUpdateSet(texts))
    .execute();
}

/** Publishes a draft with who came; nothing of it changes from here on. */
export async function markMinutesPublished(
  tx: Tx,
  meetingId: string,
  version: number,
  attended: number,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('meeting_minutes')
    .set({ state: 'publicada', attended, published_at: at })
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .where('state', '=', 'borrador')
    .execute();
}

const tableIdeaColumns = sql`
  i.id, i.table_name as "table", i.commitment_id as "commitmentId", i.title, i.description,
  i.agreeing, i.idea_id as "ideaId", i.dropped_at is not null as dropped,
  (select count(*)::int from table_idea_owner o where o.table_idea_id = i.id) as owners
`;

/** Ideas captured at the tables of a meeting, in the order in which they were written down. */
export async function selectTableIdeas(db: Db, meetingId: string): Promise<TableIdea[]> {
  const { rows } = await sql<TableIdea>`
    select ${tableIdeaColumns}
    from table_idea i
    where i.meeting_id = ${meetingId}::uuid
    order by i.captured_at, i.id
  `.execute(db);
  return rows;
}

export async function selectTableIdea(
  db: Db,
  meetingId: string,
  id: string,
): Promise<TableIdea | null> {
  const { rows } = await sql<TableIdea>`
    select ${tableIdeaColumns}
    from table_idea i
    where i.meeting_id = ${meetingId}::uuid and i.id = ${id}::uuid
  `.execute(db);
  return rows[0] ?? null;
}

export type TableIdeaFields = {
  table: string;
  commitmentId: string | null;
  title: string;
  description: string;
  agreeing: number;
};
const tableIdeaValues = (fields: TableIdeaFields) => ({
  table_name: fields.table,
  commitment_id: fields.commitmentId,
  title: fields.title,
  description: fields.description,
  agreeing: fields.agreeing,
});

export async function updateTableIdea(tx: Tx, id: string, fields: TableIdeaFields): Promise<void> {
  await tx.updateTable('table_idea').set(tableIdeaValues(fields)).where('id', '=', id).execute();
}

/** Leaves an idea out of the minutes, or takes it in again (no moment). */
export async function updateDropped(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.updateTable('table_idea').set({ dropped_at: at }).where('id', '=', id).execute();
}

export async function linkIdea(tx: Tx, tableIdeaId: string, ideaId: string): Promise<void> {
  await tx
    .updateTable('table_idea')
    .set({ idea_id: ideaId })
    .where('id', '=', tableIdeaId)
    .execute();
}

/**
 * Accounts with a verified address of those who want to own an idea of a table, in the order in which
 * they registered.
 */
export async function selectOwnerAccounts(db: Db, tableIdeaId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('table_idea_owner as o')
    .innerJoin('registration as r', 'r.id', 'o.registration_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('p.id')
    .where('o.table_idea_id', '=', tableIdeaId)
    .where('p.email_verified_at', 'is not', null)
    .where('p.erased_at', 'is', null)
    .where('r.state', '<>', 'unida')
    .orderBy('r.place')
    .execute();
  return [...new Set(rows.map((row) => row.id))];
}

/** Ideas of a meeting that had become public by a moment and that everybody can read now. */
export async function selectMeetingIdeas(
  db: Db,
  meetingId: string,
  until: Date,
): Promise<MeetingIdea[]> {
  return await db
    .selectFrom('table_idea as t')
    .innerJoin('idea as i', 'i.id', 't.idea_id')
    .select([
      'i.id',
      't.table_name as table',
      'i.title',
      't.agreeing',
      'i.commitment_id as commitmentId',
    ])
    .where('t.meeting_id', '=', meetingId)
    .where('i.state', '=', 'publicada')
    .where('i.published_at', '<=', until)
    .orderBy('t.captured_at')
    .orderBy('t.id')
    .execute();
}

/** The meeting with published minutes out of which an idea came. */
export async function selectMeetingOfIdea(
  db: Db,
  ideaId: string,
): Promise<{ id: string; title: string; table: string } | null> {
  const row = await db
    .selectFrom('table_idea as t')
    .innerJoin('meeting as m', 'm.id', 't.meeting_id')
    .select(['m.id', 'm.title', 't.table_name as table'])
    .where('t.idea_id', '=', ideaId)
    .where('m.state', '=', 'con_acta')
    .executeTakeFirst();
  return row ?? null;
}

/** What was noted at the door and at the tables, for who writes the minutes. */
export async function selectNotes(
  db: Db,
  meetingId: string,
): Promise<{ id: string; body: string; writtenAt: Date }[]> {
  return await db
    .selectFrom('meeting_note')
    .select(['id', 'body', 'written_at as writtenAt'])
    .where('meeting_id', '=', meetingId)
    .orderBy('written_at')
    .execute();
}

/** How many registered, and how many of those who came want to own an idea that stays. */
export async function countTurnout(
  db: Db,
  meetingId: string,
): Promise<{ registered: number; proposed: number }> {
  const { rows } = await sql<{ registered: number; proposed: number }>`
    select (
      select count(*)::int
      from registration r
      where r.meeting_id = ${meetingId}::uuid and r.state in ('inscrita', 'solo_asistencia')
    ) as registered,
      (
        select count(distinct o.registration_id)::int
        from table_idea_owner o
          join table_idea i on i.id = o.table_idea_id and i.dropped_at is null
          join check_in k on k.registration_id = o.registration_id and k.undone_at is null
        where i.meeting_id = ${meetingId}::uuid
      ) as proposed
  `.execute(db);
  return first(rows);
}

/** Whether somebody was checked in at the door. */
export async function hasArrived(db: Db, registrationId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('check_in')
      .select('id')
      .where('registration_id', '=', registrationId)
      .where('undone_at', 'is', null)
      .executeTakeFirst()) !== undefined
  );
}

/** Who wrote minutes, added a file or cleared a photo is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await sql`
    with a as (update meeting_minutes set written_by = null where written_by = ${personId}),
    b as (update meeting_file set added_by = null where added_by = ${personId})
    update meeting_file
    set cleared_by = null
    where cleared_by = ${personId}
  `.execute(tx);
}

/** Changes a text in the idea of a table that became this idea. */
export async function updateTableIdeaText(
  tx: Tx,
  ideaId: string,
  text: { was: string; now: string },
): Promise<void> {
  for (const column of ['title', 'description'] as const)
    await tx
      .updateTable('table_idea')
      .set({ [column]: text.now })
      .where('idea_id', '=', ideaId)
      .where(column, '=', text.was)
      .execute();
}
