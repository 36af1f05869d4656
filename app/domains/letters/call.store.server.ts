import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { LetterKind, Told } from './types.ts';

/** A call that waits to be made, with what is to be said. */
export type OpenCall = {
  id: string;
  letterId: string;
  year: number;
  number: number;
  kind: LetterKind;
  about: Told;
  name: string;
  phone: string;
  /** The words of the step that it tells. */
  body: string;
  letterDueAt: Date;
  replyUntil: Date | null;
  dueAt: Date;
  tries: number;
  triedAt: Date | null;
};

const columns = sql`
  c.id, l.id as "letterId", l.year, l.number, l.kind, c.about, l.name, l.phone,
  coalesce(s.body, '') as body, l.due_at as "letterDueAt", l.reply_until as "replyUntil",
  c.due_at as "dueAt", c.tries, c.tried_at as "triedAt"
`;
const from = sql`
  letter_call c
    join letter l on l.id = c.letter_id
    left join lateral (
      select s.body
      from letter_step s
      where s.letter_id = l.id and s.kind = c.about
      order by s.at desc, s.id desc
      limit 1
    ) s on true
`;
const waits = sql`c.state = 'abierta' and l.phone is not null`;

/** Opens the call about a letter; what was not yet said before gives way to what is so now. */
export async function insertCall(
  tx: Tx,
  call: { letterId: string; about: Told; dueAt: Date; at: Date },
): Promise<void> {
  await settleCalls(tx, call.letterId, 'reemplazada', null, call.at);
  await tx
    .insertInto('letter_call')
    .values({
      id: newId(),
      letter_id: call.letterId,
      about: call.about,
      due_at: call.dueAt,
      created_at: call.at,
    })
    .execute();
}

export async function settleCalls(
  tx: Tx,
  letterId: string,
  state: 'hablada' | 'equivocada' | 'reemplazada',
  by: string | null,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('letter_call')
    .set({ state, settled_at: at, settled_by: by })
    .where('letter_id', '=', letterId)
    .where('state', '=', 'abierta')
    .execute();
}

export async function selectOpenCalls(db: Db, limit: number): Promise<OpenCall[]> {
  const { rows } = await sql<OpenCall>`
    select ${columns} from ${from} where ${waits} order by c.due_at, c.id limit ${limit}
  `.execute(db);
  return rows;
}

/** One of them, held until the transaction ends. */
export async function lockCall(tx: Tx, id: string): Promise<OpenCall | null> {
  const { rows } = await sql<OpenCall>`
    select ${columns} from ${from} where c.id = ${id}::uuid and ${waits} for update of c
  `.execute(tx);
  return rows[0] ?? null;
}

/** Nobody answered: it stays to be made. */
export async function noteTry(tx: Tx, id: string, dueAt: Date, at: Date): Promise<void> {
  await tx
    .updateTable('letter_call')
    .set((eb) => ({ tries: eb('tries', '+', 1), tried_at: at, due_at: dueAt }))
    .where('id', '=', id)
    .execute();
}

export async function countCalls(db: Db, at: Date): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, (count(*) filter (where c.due_at <= ${at}))::int as late
    from letter_call c
      join letter l on l.id = c.letter_id
    where ${waits}
  `.execute(db);
  return first(rows);
}

/**
 * Marks the letters to whose address a mail came back since they were written, and says of each what was
 * told last.
 */
export async function takeReturned(
  tx: Tx,
  at: Date,
): Promise<{ id: string; phone: string | null; about: Told }[]> {
  const { rows } = await sql<{ id: string; phone: string | null; about: Told }>`
    update letter l
    set mail_returned_at = ${at}
    where l.mail_returned_at is null
      and l.erased_at is null
      and exists (
        select
        from mail b
        where b.refused_at is not null
          and b.queued_at >= l.sent_at
          and lower(b.recipient) = l.email
      )
    returning l.id, l.phone, (
      select s.kind
      from letter_step s
      where s.letter_id = l.id and s.kind not in ('tomada', 'completada')
      order by s.at desc, s.id desc
      limit 1
    ) as about
  `.execute(tx);
  return rows;
}
