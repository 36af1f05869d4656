import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { NewSession } from '#app/platform/session/session.server.ts';
import type { KeptPassword } from './hash-password.server.ts';
import type { LinkPurpose } from './types.ts';

/**
 * What opens an account. The web role reads and writes none of it: each function asks for a proof (of the password,
 * or the token of a mailed link) and compares its hash.
 */

export type NewPerson = {
  id: string;
  name: string;
  email: string;
  password: KeptPassword | null;
  locale: 'es' | 'en';
  isAdult: boolean;
  at: Date;
};

/** Adds a person; `false` when somebody has that address, also when they got it at this same moment. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select enrol_person(
      ${person.id}, ${person.name}, ${person.email}, ${person.locale}, ${person.isAdult},
      ${person.at}, ${person.password?.recipe ?? null}, ${person.password?.proofKey ?? null}
    ) as added
  `.execute(tx);
  return rows[0]?.added ?? false;
}

/** How the proof of somebody's password is made; null without a password. */
export async function selectRecipe(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credential')
    .select('recipe')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.recipe ?? null;
}

/** Whether this proves the password of a person. */
export async function isPassword(db: Db, personId: string, proof: string): Promise<boolean> {
  const { rows } = await sql<{ right: boolean }>`
    select is_password(${personId}, ${proof}) as "right"
  `.execute(db);
  return rows[0]?.right ?? false;
}

/** Opens a session for who proves their password; of nobody, or with a wrong one, does nothing. */
export async function openByPassword(
  tx: Tx,
  personId: string,
  proof: string,
  session: NewSession,
): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select open_session(
      ${personId}, ${proof}, ${session.key}, ${session.at}, ${session.expiresAt}, ${session.device}
    ) as opened
  `.execute(tx);
  return rows[0]?.opened ?? false;
}

/** Changes the password of who proves the one they have. */
export async function updatePassword(
  tx: Tx,
  personId: string,
  proof: string,
  password: KeptPassword,
): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select change_password(${personId}, ${proof}, ${password.recipe}, ${password.proofKey})
      as changed
  `.execute(tx);
  return rows[0]?.changed ?? false;
}

/** Keeps the address that somebody who proves their password wants to have. */
export async function insertAskedAddress(
  tx: Tx,
  personId: string,
  proof: string,
  asked: { email: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select ask_address(${personId}, ${proof}, ${asked.email}, ${asked.at}) as asked
  `.execute(tx);
  return rows[0]?.asked ?? false;
}

/** Takes the address that somebody asked for, to mail it a link; the worker's. */
export async function deleteAskedAddress(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('asked_address')
    .where('person_id', '=', personId)
    .returning('email')
    .executeTakeFirst();
  return row?.email ?? null;
}

export type SpentAccountLink = { personId: string; purpose: LinkPurpose; returnTo: string | null };

/** Spends a link: of two at once, the second waits for the first and finds nothing. */
export async function spendAccountLink(
  tx: Tx,
  token: string,
  session: NewSession,
  password: KeptPassword | null,
): Promise<SpentAccountLink | null> {
  const { rows } = await sql<SpentAccountLink>`
    select person_id as "personId", purpose, return_to as "returnTo"
    from spend_account_link(
      ${token}, ${session.at}, ${session.key}, ${session.expiresAt}, ${session.device},
      ${password?.recipe ?? null}, ${password?.proofKey ?? null}
    )
  `.execute(tx);
  return rows[0] ?? null;
}

/** What stays of somebody who left: a number without name, so that what they contributed keeps an author. */
export async function anonymisePerson(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`select forget_person(${id}, ${at})`.execute(tx);
}
