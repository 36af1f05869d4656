import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Account, Correspondent } from './types.ts';

export type NewPerson = {
  id: string;
  name: string;
  email: string;
  passwordHash: string | null;
  locale: 'es' | 'en';
  isAdult: boolean;
  at: Date;
  verifiedAt: Date | null;
};
type Credentials = Correspondent & { passwordHash: string | null; verified: boolean };

const correspondent = ['id', 'name', 'email', 'locale'] as const;
const asCorrespondent = (row: {
  id: string;
  name: string;
  email: string | null;
  locale: 'es' | 'en';
}): Correspondent => ({ ...row, email: row.email ?? '' });

/** Adds a person; `false` when somebody has that address, also when they got it at this same moment. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const row = await tx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      password_hash: person.passwordHash,
      locale: person.locale,
      is_adult: person.isAdult,
      created_at: person.at,
      email_verified_at: person.verifiedAt,
    })
    .onConflict((oc) => oc.constraint('person_email_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Who has this address, with what is needed to check that it is them. */
export async function selectByEmail(db: Db, email: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('person')
    .select([...correspondent, 'password_hash', 'email_verified_at'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (!row) return null;
  const { password_hash: passwordHash, email_verified_at: verifiedAt, ...person } = row;
  return { ...asCorrespondent(person), passwordHash, verified: verifiedAt !== null };
}

/** The person who has the address of this hash, or nobody. */
export async function selectByAddressHash(db: Db, hash: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('person')
    .select('email')
    .where(sql<boolean>`md5(lower(email::text)) = ${hash}`)
    .executeTakeFirst();
  return row?.email ? await selectByEmail(db, row.email) : null;
}

/** A person who has not left, locked until the transaction ends, with their hash. */
export async function lockPerson(tx: Tx, id: string): Promise<Credentials | null> {
  const row = await tx
    .selectFrom('person')
    .select([...correspondent, 'password_hash', 'email_verified_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { password_hash: passwordHash, email_verified_at: verifiedAt, ...person } = row;
  return { ...asCorrespondent(person), passwordHash, verified: verifiedAt !== null };
}

export async function selectPasswordHash(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}

export async function selectAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'email_verified_at', 'locale', 'is_adult', 'created_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? '',
    verified: row.email_verified_at !== null,
    locale: row.locale,
    isAdult: row.is_adult,
    createdAt: row.created_at,
  };
}

/** The name others may see: none of a minor's or of somebody who left. */
export async function selectPublicName(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', id)
    .where('is_adult', '=', true)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}

export type PersonChange = Partial<{
  name: string;
  email: string;
  email_verified_at: Date;
  password_hash: string;
  locale: 'es' | 'en';
}>;

export async function updatePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  await tx.updateTable('person').set(change).where('id', '=', id).execute();
}

/** What stays of somebody who left: a number without name, so that what they contributed keeps an author. */
export async function anonymisePerson(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      name: 'Persona retirada',
      email: null,
      email_verified_at: null,
      password_hash: null,
      locale: 'es',
      is_adult: true,
      erased_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Registered before this moment and never confirmed; a few at a time. */
export async function selectUnverifiedBefore(db: Db, before: Date): Promise<Correspondent[]> {
  const rows = await db
    .selectFrom('person')
    .select(correspondent)
    .where('email_verified_at', 'is', null)
    .where('email', 'is not', null)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(100)
    .execute();
  return rows.map(asCorrespondent);
}

/** How many mails with this subject went to an address since a moment. */
export async function countMailsTo(
  db: Db,
  recipient: string,
  subject: string,
  since: Date,
): Promise<number> {
  const row = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('recipient', '=', recipient)
    .where('subject', '=', subject)
    .where('queued_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
