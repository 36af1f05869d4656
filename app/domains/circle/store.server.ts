import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { NamedSeat, NoteView, Vote } from './types.ts';

/** Sectors always in the same order: government, then civil society. */
export const bySector = sql`m.sector = 'civil'`;

/** Everybody seated on a commission on a civil date, with presence and vote on one proposal. */
export async function selectSeats(
  db: Db,
  proposalId: string,
  commitmentId: string,
  day: string,
): Promise<NamedSeat[]> {
  const rows = await db
    .selectFrom('commission_member as cm')
    .innerJoin('circle_member as m', 'm.id', 'cm.member_id')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('attendance as a', (join) =>
      join.onRef('a.member_id', '=', 'm.id').on('a.proposal_id', '=', proposalId),
    )
    .leftJoin('circle_vote as v', (join) =>
      join.onRef('v.member_id', '=', 'm.id').on('v.proposal_id', '=', proposalId),
    )
    .select(['m.id', 'm.sector', 'm.organisation', 'a.present', 'v.vote'])
    .select((eb) =>
      eb.case().when('p.erased_at', 'is', null).then(eb.ref('p.name')).end().as('name'),
    )
    .where('cm.commitment_id', '=', commitmentId)
    .where('m.starts_on', '<=', day)
    .where((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', day)]))
    .orderBy(bySector)
    .orderBy('p.name')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    memberId: row.id,
    sector: row.sector,
    present: row.present === true,
    vote: row.vote,
    name: row.name,
    organisation: row.organisation,
  }));
}

/** Notes whether a member is at the table. */
export async function upsertAttendance(
  tx: Tx,
  proposalId: string,
  memberId: string,
  present: boolean,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({ proposal_id: proposalId, member_id: memberId, present, recorded_at: at })
    .onConflict((oc) =>
      oc.columns(['proposal_id', 'member_id']).doUpdateSet({ present, recorded_at: at }),
    )
    .execute();
}

/** Keeps a member's vote; a later one takes its place. */
export async function upsertVote(
  tx: Tx,
  proposalId: string,
  memberId: string,
  vote: Vote,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('circle_vote')
    .values({ proposal_id: proposalId, member_id: memberId, vote, cast_at: at })
    .onConflict((oc) => oc.columns(['proposal_id', 'member_id']).doUpdateSet({ vote, cast_at: at }))
    .execute();
}

/** Empties a table for a new session. */
export async function deleteSession(tx: Tx, proposalId: string): Promise<void> {
  await tx.deleteFrom('circle_vote').where('proposal_id', '=', proposalId).execute();
  await tx.deleteFrom('attendance').where('proposal_id', '=', proposalId).execute();
}

export async function insertNote(
  tx: Tx,
  note: { id: string; proposalId: string; memberId: string; body: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('deliberation_note')
    .values({
      id: note.id,
      proposal_id: note.proposalId,
      member_id: note.memberId,
      body: note.body,
      created_at: note.at,
    })
    .execute();
}

/** The members' internal notes on a proposal, oldest first. */
export async function selectNotes(db: Db, proposalId: string): Promise<NoteView[]> {
  return await db
    .selectFrom('deliberation_note as n')
    .innerJoin('circle_member as m', 'm.id', 'n.member_id')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['n.id', 'n.body', 'n.created_at as createdAt'])
    .select((eb) =>
      eb.case().when('p.erased_at', 'is', null).then(eb.ref('p.name')).end().as('author'),
    )
    .where('n.proposal_id', '=', proposalId)
    .orderBy('n.created_at')
    .orderBy('n.id')
    .limit(500)
    .execute();
}
