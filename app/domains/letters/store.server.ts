import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Letter, LetterLine, LetterState, Step, StepKind } from './types.ts';

/** What changes of a letter. */
export type LetterChange = Partial<
  Pick<
    Letter,
    | 'state'
    | 'kind'
    | 'claim'
    | 'dueAt'
    | 'extendedAt'
    | 'askedAt'
    | 'replyUntil'
    | 'pausedDays'
    | 'handlerId'
    | 'settledAt'
  >
>;

const facts = sql`
  l.id, l.year, l.number, l.kind, l.claim, l.state, l.sent_at as "sentAt", l.due_at as "dueAt",
  l.extended_at as "extendedAt", l.asked_at as "askedAt", l.reply_until as "replyUntil",
  l.paused_days as "pausedDays", h.name as handler, l.settled_at as "settledAt"
`;
const whole = sql`
  ${facts}, l.person_id as "personId", l.name, l.email, l.phone, l.body, l.lang,
  l.handler_id as "handlerId", l.mail_returned_at as "mailReturnedAt", l.erased_at as "erasedAt"
`;
const from = sql`letter l left join person h on h.id = l.handler_id`;

/** The next number of a year; two at once wait for each other, so that none is missing. */
export async function takeNumber(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into letter_year (year, last)
    values (${year}, 1)
    on conflict (year) do update
      set last = letter_year.last + 1
    returning last
  `.execute(tx);
  return first(rows).last;
}

export async function insertLetter(
  tx: Tx,
  letter: Pick<
    Letter,
    | 'id'
    | 'year'
    | 'number'
    | 'kind'
    | 'claim'
    | 'personId'
    | 'name'
    | 'email'
    | 'phone'
    | 'body'
    | 'lang'
    | 'sentAt'
    | 'dueAt'
  > & { codeKey: string },
): Promise<void> {
  await tx
    .insertInto('letter')
    .values({
      id: letter.id,
      year: letter.year,
      number: letter.number,
      code_key: letter.codeKey,
      kind: letter.kind,
      claim: letter.claim,
      person_id: letter.personId,
      name: letter.name,
      email: letter.email,
      phone: letter.phone,
      body: letter.body,
      lang: letter.lang,
      sent_at: letter.sentAt,
      due_at: letter.dueAt,
    })
    .execute();
}

/** How many letters gave this address since a moment. */
export async function countFrom(db: Db, email: string, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from letter where email = ${email} and sent_at > ${since}
  `.execute(db);
  return first(rows).n;
}

export async function selectLetter(
  db: Db,
  by: { id: string } | { codeKey: string },
): Promise<Letter | null> {
  const one = 'id' in by ? sql`l.id = ${by.id}::uuid` : sql`l.code_key = ${by.codeKey}`;
  const { rows } = await sql<Letter>`select ${whole} from ${from} where ${one}`.execute(db);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends. */
export async function lockLetter(
  tx: Tx,
  by: { id: string } | { codeKey: string },
): Promise<Letter | null> {
  const one = 'id' in by ? sql`l.id = ${by.id}::uuid` : sql`l.code_key = ${by.codeKey}`;
  const { rows } = await sql<Letter>`
    select ${whole} from ${from} where ${one} for update of l
  `.execute(tx);
  return rows[0] ?? null;
}

export async function updateLetter(tx: Tx, id: string, change: LetterChange): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      ...(change.state !== undefined && { state: change.state }),
      ...(change.kind !== undefined && { kind: change.kind, claim: change.claim ?? null }),
      ...(change.dueAt !== undefined && { due_at: change.dueAt }),
      ...(change.extendedAt !== undefined && { extended_at: change.extendedAt }),
      ...(change.askedAt !== undefined && { asked_at: change.askedAt }),
      ...(change.replyUntil !== undefined && { reply_until: change.replyUntil }),
      ...(change.pausedDays !== undefined && { paused_days: change.pausedDays }),
      ...(change.handlerId !== undefined && { handler_id: change.handlerId }),
      ...(change.settledAt !== undefined && { settled_at: change.settledAt }),
    })
    .where('id', '=', id)
    .execute();
}

export async function insertStep(
  tx: Tx,
  step: {
    letterId: string;
    kind: StepKind;
    body: string;
    dueAt: Date | null;
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('letter_step')
    .values({
      id: newId(),
      letter_id: step.letterId,
      kind: step.kind,
      body: step.body,
      due_at: step.dueAt,
      by_id: step.by,
      at: step.at,
    })
    .execute();
}

/** What happened with a letter, in order. */
export async function selectSteps(db: Db, letterId: string): Promise<Step[]> {
  return await db
    .selectFrom('letter_step')
    .select(['id', 'kind', 'body', 'due_at as dueAt', 'at'])
    .where('letter_id', '=', letterId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

const line = sql`
  ${facts},
  exists (select from letter_call c where c.letter_id = l.id and c.state = 'abierta') as "isCalled",
  l.erased_at is null
    and l.phone is null
    and l.mail_returned_at is not null as "isUnreachable"
`;

/** What waits for an answer: what is due first; where the clock stands still, at the end. */
export async function selectOpen(db: Db, limit: number): Promise<LetterLine[]> {
  const { rows } = await sql<LetterLine>`
    select ${line}
    from ${from}
    where l.settled_at is null
    order by l.state = 'pedida' and l.claim is distinct from 'consulta', l.due_at, l.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** What was answered or closed, newest first. */
export async function selectSettled(db: Db, limit: number): Promise<LetterLine[]> {
  const { rows } = await sql<LetterLine>`
    select ${line}
    from ${from}
    where l.settled_at is not null
    order by l.settled_at desc, l.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** How many wait, and of how many the term is over. */
export async function countOpen(db: Db, at: Date): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open,
      (
        count(*) filter (
          where due_at < ${at} and not (state = 'pedida' and claim is distinct from 'consulta')
        )
      )::int as late
    from letter
    where settled_at is null
  `.execute(db);
  return first(rows);
}

/** The letters of somebody with an account, newest first. */
export async function selectOwn(
  db: Db,
  personId: string,
): Promise<
  {
    id: string;
    year: number;
    number: number;
    kind: Letter['kind'];
    state: LetterState;
    sentAt: Date;
  }[]
> {
  return await db
    .selectFrom('letter')
    .select(['id', 'year', 'number', 'kind', 'state', 'sent_at as sentAt'])
    .where('person_id', '=', personId)
    .orderBy('sent_at', 'desc')
    .limit(50)
    .execute();
}
