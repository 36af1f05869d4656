import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Account, Correspondent } from './types.ts';

type Credentials = Correspondent & { verified: boolean };

const correspondent = ['id', 'name', 'email', 'locale'] as const;
const asCorrespondent = (row: {
  id: string;
  name: string;
  email: string | null;
  locale: 'es' | 'en';
}): Correspondent => ({ ...row, email: row.email ?? '' });

/** Who has this address. */
export async function selectByEmail(db: Db, email: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('person')
    .select([...correspondent, 'email_verified_at'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (!row) return null;
  const { email_verified_at: verifiedAt, ...person } = row;
  return { ...asCorrespondent(person), verified: verifiedAt !== null };
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

/** A person who has not left, locked until the transaction ends. */
export async function lockPerson(tx: Tx, id: string): Promise<Credentials | null> {
  const row = await tx
    .selectFrom('person')
    .select([...correspondent, 'email_verified_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { email_verified_at: verifiedAt, ...person } = row;
  return { ...asCorrespondent(person), verified: verifiedAt !== null };
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
  email_verified_at: Date;
  locale: 'es' | 'en';
}>;

export async function updatePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  await tx.updateTable('person').set(change).where('id', '=', id).execute();
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
