import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { MeetingProposal } from './types.ts';

const columns = [
  'q.id',
  'q.author_id as authorId',
  'p.name as author',
  'q.state',
  'q.note',
  'q.meeting_id as meetingId',
  'q.updated_at as updatedAt',
] as const;
const content = sql<MeetingProposal['content']>`q.content`.as('content');

const from = (db: Db) =>
  db
    .selectFrom('meeting_proposal as q')
    .innerJoin('person as p', 'p.id', 'q.author_id')
    .select(columns)
    .select(content);

/** The proposals of a person that did not become meetings, and those that were sent where all are asked for. */
export async function selectProposals(
  db: Db,
  of: { authorId: string; sent: boolean },
): Promise<MeetingProposal[]> {
  return await from(db)
    .where('q.state', '<>', 'aceptada')
    .where((eb) =>
      of.sent
        ? eb.or([eb('q.author_id', '=', of.authorId), eb('q.state', '=', 'enviada')])
        : eb('q.author_id', '=', of.authorId),
    )
    .orderBy('q.updated_at', 'desc')
    .execute();
}

export async function selectProposal(db: Db, id: string): Promise<MeetingProposal | null> {
  return (await from(db).where('q.id', '=', id).executeTakeFirst()) ?? null;
}

/** The same, held until the transaction ends. */
export async function lockProposal(tx: Tx, id: string): Promise<MeetingProposal | null> {
  return (await from(tx).where('q.id', '=', id).forUpdate('q').executeTakeFirst()) ?? null;
}

/** Writes what somebody wrote of a meeting that is not called yet; their own, made or changed. */
export async function upsertProposal(
  tx: Tx,
  row: { id: string; authorId: string; content: object; state: 'guardada' | 'enviada'; at: Date },
): Promise<void> {
  const content = JSON.stringify(row.content);
  await tx
    .insertInto('meeting_proposal')
    .values({
      id: row.id,
      author_id: row.authorId,
      content,
      state: row.state,
      created_at: row.at,
      updated_at: row.at,
    })
    .onConflict((oc) =>
      oc.column('id').doUpdateSet({ content, state: row.state, note: '', updated_at: row.at }),
    )
    .execute();
}

/** What coordination answered to a proposal. */
export async function settleProposal(
  tx: Tx,
  id: string,
  to: { state: 'aceptada' | 'devuelta'; note: string; meetingId: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('meeting_proposal')
    .set({ state: to.state, note: to.note, meeting_id: to.meetingId, updated_at: to.at })
    .where('id', '=', id)
    .execute();
}

export async function deleteProposalsOf(tx: Tx, authorId: string): Promise<void> {
  await tx.deleteFrom('meeting_proposal').where('author_id', '=', authorId).execute();
}
