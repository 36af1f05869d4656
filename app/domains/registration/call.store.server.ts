import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { callSubjects, type CallAbout, type CallSubject } from './call.rules.ts';
import { live } from './place.store.server.ts';
import type { RegistrationState } from './types.ts';

/** A call that waits to be made. */
export type OpenCall = {
  id: string;
  registrationId: string;
  meetingId: string;
  about: CallAbout;
  note: string;
  name: string;
  phone: string | null;
  /** The address that mails came back from; of who gave none, null. */
  email: string | null;
  guardianName: string;
  state: RegistrationState;
  offeredUntil: Date | null;
  dueAt: Date;
  createdAt: Date;
  tries: number;
  triedAt: Date | null;
};

const columns = sql`
  c.id, c.registration_id as "registrationId", r.meeting_id as "meetingId", c.about, c.note, r.name,
  r.phone, r.email, r.guardian_name as "guardianName", r.state, r.offered_until as "offeredUntil",
  c.due_at as "dueAt", c.created_at as "createdAt", c.tries, c.tried_at as "triedAt"
`;
const from = sql`
  registration_call c
    join registration r on r.id = c.registration_id
    join meeting m on m.id = r.meeting_id
`;
/** What may still be said: the meeting did not begin. */
const pending = (at: Date) =>
  sql`c.state = 'abierta' and m.starts_at > ${at} and m.closed_at is null`;

/**
 * Opens a call; one about the same subject that was not made gives way. What was answered to several
 * needs is said in one call.
 */
export async function insertCall(
  tx: Tx,
  call: { registrationId: string; about: CallAbout; note: string; dueAt: Date; at: Date },
): Promise<void> {
  const subject = callSubjects[call.about];
  const replaced = await settleCalls(
    tx,
    call.registrationId,
    [subject],
    'reemplazada',
    null,
    call.at,
  );
  const earlier = subject === 'need' ? replaced.map(({ note }) => note) : [];
  await tx
    .insertInto('registration_call')
    .values({
      id: newId(),
      registration_id: call.registrationId,
      about: call.about,
      subject,
      note: [...earlier, call.note].filter(Boolean).join('\n'),
      due_at: call.dueAt,
      created_at: call.at,
    })
    .execute();
}

/** Closes the open calls of a registration about some subjects; says what they held. */
export async function settleCalls(
  tx: Tx,
  registrationId: string,
  subjects: readonly CallSubject[],
  state: 'hablada' | 'equivocada' | 'reemplazada',
  by: string | null,
  at: Date,
): Promise<{ note: string }[]> {
  return await tx
    .updateTable('registration_call')
    .set({ state, settled_at: at, settled_by: by })
    .where('registration_id', '=', registrationId)
    .where('subject', 'in', subjects)
    .where('state', '=', 'abierta')
    .returning('note')
    .execute();
}

/** The calls of some meetings that wait to be made, what is due first. */
export async function selectOpenCalls(db: Db, meetingIds: string[], at: Date): Promise<OpenCall[]> {
  const { rows } = await sql<OpenCall>`
    select ${columns}
    from ${from}
    where ${pending(at)} and r.meeting_id = any(${meetingIds}::uuid[])
    order by c.due_at, c.id
  `.execute(db);
  return rows;
}

/** One of them, held until the transaction ends; null when it was made or is not there. */
export async function lockCall(tx: Tx, id: string, at: Date): Promise<OpenCall | null> {
  const { rows } = await sql<OpenCall>`
    select ${columns} from ${from} where c.id = ${id}::uuid and ${pending(at)} for update of c
  `.execute(tx);
  return rows[0] ?? null;
}

/** The meeting of a call, whatever became of it. */
export async function selectMeetingOfCall(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('registration_call as c')
    .innerJoin('registration as r', 'r.id', 'c.registration_id')
    .select('r.meeting_id as meetingId')
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row?.meetingId ?? null;
}

/** Nobody answered: it stays to be made. */
export async function noteTry(tx: Tx, id: string, dueAt: Date, at: Date): Promise<void> {
  await tx
    .updateTable('registration_call')
    .set((eb) => ({ tries: eb('tries', '+', 1), tried_at: at, due_at: dueAt }))
    .where('id', '=', id)
    .execute();
}

/** Until when an offered place is kept. */
export async function keepOffer(tx: Tx, registrationId: string, until: Date): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ offered_until: until })
    .where('id', '=', registrationId)
    .where('state', '=', 'ofrecida')
    .execute();
}

/** How many calls wait, and how many of them should have been made by now. */
export async function countCalls(db: Db, at: Date): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, (count(*) filter (where c.due_at <= ${at}))::int as late
    from ${from}
    where ${pending(at)}
  `.execute(db);
  return rows[0] ?? { open: 0, late: 0 };
}

/** Of meetings to come, who holds or awaits a place and gave an address that refused a mail since. */
const returned = (at: Date) => sql`
  m.starts_at > ${at}
  and m.closed_at is null
  and r.state in (${live})
  and r.mail_returned_at is null
  and exists (
    select
    from mail b
    where b.refused_at is not null
      and b.queued_at >= r.created_at
      and lower(b.recipient) = lower(r.email::text)
  )
`;

/** Meetings in which somebody's mails came back and nobody marked it. */
export async function selectMeetingsWithReturned(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.id
    from registration r
      join meeting m on m.id = r.meeting_id
    where ${returned(at)}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Marks them, in a meeting whose lock the caller holds, and says who they are. */
export async function takeReturned(
  tx: Tx,
  meetingId: string,
  at: Date,
): Promise<{ id: string; state: RegistrationState }[]> {
  const { rows } = await sql<{ id: string; state: RegistrationState }>`
    update registration r
    set mail_returned_at = ${at}
    from meeting m
    where m.id = r.meeting_id and m.id = ${meetingId}::uuid and ${returned(at)}
    returning r.id, r.state
  `.execute(tx);
  return rows;
}
