import { codeOfRegistration } from '#app/domains/registration/match-keys.server.ts';
import {
  findProof,
  mailPersonalLink,
  spendLink,
  type Proof,
} from '#app/domains/registration/open-personal.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { certain } from '#app/kernel/certain.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { asWorker, type TestDatabase } from '#tests/integration/database.ts';

/** The token of a new session of a person. */
export async function sessionOf(
  { owner }: TestDatabase,
  person: { personId: string },
): Promise<string> {
  return await openSession(owner, person.personId, 'prueba');
}

/** The token in the last mail that went to an address. */
export async function mailedLink(database: TestDatabase, address: string): Promise<string> {
  const { body } = await database.owner
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', address)
    .where('body', 'like', '%enlace=%')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return certain(/enlace=([\w-]{22})/.exec(body)?.[1]);
}

/** What a visitor without an account proves with a pass. */
export async function proofOf(code: string, pass: string): Promise<Proof | null> {
  const found = await getRegistration(getDb(), code);
  return await findProof(getDb(), found, { actor: null, token: null, cookie: pass });
}

/** The pass of who opened the link that was mailed to the address of a registration. */
export async function openByMail(
  database: TestDatabase,
  registrationId: string,
  address: string,
): Promise<string> {
  await asWorker(database, async () => await mailPersonalLink(registrationId));
  return await spendLink(
    null,
    codeOfRegistration(registrationId),
    await mailedLink(database, address),
  );
}
