import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Revision, StepEntry } from './types.ts';

export type NewRevision = {
  ideaId: string;
  version: number;
  commitmentId: string;
  title: string;
  description: string;
  localityCode: string | null;
  authorId: string | null;
  at: Date;
  status: Revision['status'];
};

/** Keeps one version of an idea's text. */
export async function insertRevision(tx: Tx, revision: NewRevision): Promise<void> {
  await tx
    .insertInto('idea_revision')
    .values({
      idea_id: revision.ideaId,
      version: revision.version,
      commitment_id: revision.commitmentId,
      title: revision.title,
      description: revision.description,
      locality_code: revision.localityCode,
      author_id: revision.authorId,
      created_at: revision.at,
      status: revision.status,
    })
    .execute();
}

/** Every kept version, oldest first. */
export async function selectRevisions(db: Db, ideaId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('idea_revision')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    title: row.title,
    description: row.description,
    localityCode: row.locality_code,
    status: row.status,
    createdAt: row.created_at,
  }));
}

/** Says what became of a version that waited. */
export async function markRevision(
  tx: Tx,
  ideaId: string,
  version: number,
  status: Revision['status'],
): Promise<void> {
  await tx
    .updateTable('idea_revision')
    .set({ status })
    .where('idea_id', '=', ideaId)
    .where('version', '=', version)
    .execute();
}

/** When and why the idea reached each step. */
export async function selectStepEntries(db: Db, ideaId: string): Promise<StepEntry[]> {
  const rows = await db
    .selectFrom('idea_step_entry')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .execute();
  return rows.map((row) => ({
    step: row.step,
    reachedAt: row.reached_at,
    note: row.note,
  }));
}

export async function insertNote(
  tx: Tx,
  note: { id: string; ideaId: string; authorId: string | null; body: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('idea_note')
    .values({
      id: note.id,
      idea_id: note.ideaId,
      author_id: note.authorId,
      body: note.body,
      created_at: note.at,
    })
    .execute();
}

/** What the author added after others supported the idea, oldest first. */
export async function selectNotes(
  db: Db,
  ideaId: string,
): Promise<{ id: string; body: string; createdAt: Date }[]> {
  return await db
    .selectFrom('idea_note')
    .select(['id', 'body', 'created_at as createdAt'])
    .where('idea_id', '=', ideaId)
    .orderBy('created_at')
    .execute();
}
