import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** Whose list it is: the meeting, and the session of who brought it. */
export type UploadOf = { meetingId: string; session: string; at: Date };

/** Keeps a list until a moment, in the place of an earlier one; false without a session. */
export async function keepUpload(
  tx: Tx,
  id: string,
  of: UploadOf,
  given: { content: Buffer; until: Date },
): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select keep_list(
      ${id}::uuid, ${of.meetingId}::uuid, ${of.session}, ${given.content}, ${of.at}::timestamptz,
      ${given.until}::timestamptz
    ) as kept
  `.execute(tx);
  return first(rows).kept;
}

/** A list with what was chosen for it; null when it is another's, or its time is over. */
export async function selectUpload(
  db: Db,
  id: string,
  of: UploadOf,
): Promise<{ content: Buffer; choices: unknown } | null> {
  const { rows } = await sql<{ content: Buffer; choices: unknown }>`
    select content, choices
    from read_list(${id}::uuid, ${of.meetingId}::uuid, ${of.session}, ${of.at}::timestamptz)
  `.execute(db);
  return rows[0] ?? null;
}

/** Writes down what was chosen for a list. */
export async function updateChoices(
  tx: Tx,
  id: string,
  of: UploadOf,
  choices: unknown,
): Promise<boolean> {
  const { rows } = await sql<{ chosen: boolean }>`
    select choose_for_list(
      ${id}::uuid, ${of.meetingId}::uuid, ${of.session}, ${of.at}::timestamptz,
      ${JSON.stringify(choices)}::jsonb
    ) as chosen
  `.execute(tx);
  return first(rows).chosen;
}

/** Lets lists go: those of a person, of one meeting or of all, and those whose time is over. */
export async function deleteUploads(
  db: Db,
  of: { personId: string | null; meetingId: string | null },
  before: Date,
): Promise<void> {
  await sql`
    select forget_lists(${of.personId}::uuid, ${of.meetingId}::uuid, ${before}::timestamptz)
  `.execute(db);
}
