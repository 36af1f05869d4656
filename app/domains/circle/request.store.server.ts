import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { CircleRequest } from './types.ts';

/** What the Circle asks facilitators for. */
export async function insertRequest(
  tx: Tx,
  request: {
    id: string;
    proposalId: string;
    memberId: string;
    localityCode: string | null;
    reason: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('circle_request')
    .values({
      id: request.id,
      proposal_id: request.proposalId,
      member_id: request.memberId,
      locality_code: request.localityCode,
      reason: request.reason,
      requested_at: request.at,
    })
    .execute();
}

const base = (db: Db) =>
  db
    .selectFrom('circle_request as q')
    .innerJoin('proposal as p', 'p.id', 'q.proposal_id')
    .leftJoin('locality as l', 'l.code', 'q.locality_code')
    .leftJoin('meeting as m', 'm.id', 'q.meeting_id')
    .select([
      'q.id',
      'q.proposal_id as proposalId',
      'p.number as proposalNumber',
      'p.title as proposalTitle',
      'q.locality_code as localityCode',
      'l.name as locality',
      'q.reason',
      'q.requested_at as requestedAt',
      'q.meeting_id as meetingId',
      'm.title as meetingTitle',
      'q.answer',
      'q.answered_at as answeredAt',
    ]);

export async function selectRequestsOf(db: Db, proposalId: string): Promise<CircleRequest[]> {
  return await base(db).where('q.proposal_id', '=', proposalId).orderBy('q.requested_at').execute();
}

/** Open ones, the oldest first. */
export async function selectOpenRequests(db: Db): Promise<CircleRequest[]> {
  return await base(db).where('q.answered_at', 'is', null).orderBy('q.requested_at').execute();
}

/** Locks a request to answer it; null when there is none. */
export async function lockRequest(
  tx: Tx,
  id: string,
): Promise<{ id: string; proposalId: string; answeredAt: Date | null } | null> {
  return (
    (await tx
      .selectFrom('circle_request')
      .select(['id', 'proposal_id as proposalId', 'answered_at as answeredAt'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
}

export async function updateRequest(
  tx: Tx,
  id: string,
  answer: { meetingId: string | null; answer: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('circle_request')
    .set({ meeting_id: answer.meetingId, answer: answer.answer, answered_at: answer.at })
    .where('id', '=', id)
    .execute();
}
