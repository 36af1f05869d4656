import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/**
 * What opens a registration to its person lies in the protected schema. The web role only calls these
 * functions, each of which asks for a secret and compares its hash there.
 */

/** Opens by the person's word: `open`, `wrong`, or `closed` after too many wrong ones in a day. */
export async function openByWord(
  tx: Tx,
  given: { registrationId: string; word: string; passKey: string; at: Date; until: Date },
): Promise<'open' | 'wrong' | 'closed'> {
  const { rows } = await sql<{ outcome: 'open' | 'wrong' | 'closed' }>`
    select open_by_word(
      ${given.registrationId}::uuid, ${given.word}, ${given.passKey}, ${given.at}::timestamptz,
      ${given.until}::timestamptz
    ) as outcome
  `.execute(tx);
  return first(rows).outcome;
}

/** Opens by a mailed link, once; false when it is unknown, used, over or another registration's. */
export async function openByLink(
  tx: Tx,
  given: { registrationId: string; link: string; passKey: string; at: Date; until: Date },
): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select open_by_link(
      ${given.registrationId}::uuid, ${given.link}, ${given.passKey}, ${given.at}::timestamptz,
      ${given.until}::timestamptz
    ) as opened
  `.execute(tx);
  return first(rows).opened;
}

/** Keeps a link that goes to an address; the worker's role alone may. */
export async function keepLink(
  tx: Tx,
  link: { key: string; registrationId: string; address: string; until: Date },
): Promise<void> {
  await sql`
    select keep_link(
      ${link.key}, ${link.registrationId}::uuid, ${link.address}, ${link.until}::timestamptz
    )
  `.execute(tx);
}

/** Which registration a pass opens, and the hash of the address whose link opened it. */
export async function selectPass(
  db: Db,
  pass: string,
  at: Date,
): Promise<{ registrationId: string; mailKey: string | null } | null> {
  const { rows } = await sql<{ registrationId: string; mailKey: string | null }>`
    select registration_id as "registrationId", mail_key as "mailKey"
    from read_pass(${pass}, ${at}::timestamptz)
  `.execute(db);
  return rows[0] ?? null;
}

export async function deletePass(tx: Tx, pass: string): Promise<void> {
  await sql`select close_pass(${pass})`.execute(tx);
}

/** Lets the account of a session read what its person declared; false when the pass does not open that. */
export async function claimAccess(
  tx: Tx,
  registrationId: string,
  secrets: { pass: string; session: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select claim_registration(
      ${registrationId}::uuid, ${secrets.pass}, ${secrets.session}, ${at}::timestamptz
    ) as claimed
  `.execute(tx);
  return first(rows).claimed;
}

/** From now on links to this address open the answers, when the proof does. */
export async function changeMail(
  tx: Tx,
  registrationId: string,
  proof: string,
  address: string | null,
  at: Date,
): Promise<void> {
  await sql`
    select change_mail(${registrationId}::uuid, ${proof}, ${address}, ${at}::timestamptz)
  `.execute(tx);
}

/** What the address opened ends, and no address opens the answers: somebody else corrected it. */
export async function forgetMail(tx: Tx, registrationId: string): Promise<void> {
  await sql`select forget_mail(${registrationId}::uuid)`.execute(tx);
}

/** Nothing opens these registrations any more. */
export async function eraseAccess(tx: Tx, registrationIds: string[]): Promise<void> {
  await sql`select erase_access(${registrationIds}::uuid[])`.execute(tx);
}

/** Deletes links and passes that ran out. */
export async function deleteOldPasses(tx: Tx, before: Date): Promise<void> {
  await sql`select forget_passes(${before}::timestamptz)`.execute(tx);
}
