import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { newSession } from '#app/platform/session/session.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { openByPassword, selectRecipe } from './credential.store.server.ts';
import { provePassword } from './hash-password.server.ts';
import { describeDevice, selfActor } from './rules.ts';
import { selectByEmail } from './store.server.ts';

export type OpenedSession = { token: string; locale: 'es' | 'en' };

/** Opens a session with address and password. One message for every reason, and one verification of a hash. */
export async function signIn(
  input: { email: string; password: string },
  userAgent: string,
): Promise<OpenedSession> {
  const person = await selectByEmail(getDb(), input.email);
  // Somebody that nobody is: the same questions are asked of the database.
  const personId = person?.id ?? newId();
  const proof = await provePassword(await selectRecipe(getDb(), personId), input.password);
  const session = newSession(describeDevice(userAgent));
  return await inTransaction(async (tx) => {
    const opened = await openByPassword(tx, personId, proof, session);
    if (!person || !opened) throw fieldErrors({ correo: 'sign_in_wrong' });
    await recordAudit(tx, selfActor(person, person.verified), {
      action: 'accounts.signed-in',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'password' },
    });
    return { token: session.token, locale: person.locale };
  });
}
