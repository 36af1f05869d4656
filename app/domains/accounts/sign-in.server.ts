import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { verifyPassword } from './hash-password.server.ts';
import { describeDevice, selfActor } from './rules.ts';
import { selectByEmail } from './store.server.ts';

export type OpenedSession = { token: string; locale: 'es' | 'en' };

/** Opens a session with address and password. One message for every reason, and one verification of a hash. */
export async function signIn(
  input: { email: string; password: string },
  userAgent: string,
): Promise<OpenedSession> {
  const person = await selectByEmail(getDb(), input.email);
  const right = await verifyPassword(person?.passwordHash, input.password);
  if (!person || !right) throw fieldErrors({ correo: 'sign_in_wrong' });
  await inTransaction(async (tx) => {
    await recordAudit(tx, selfActor(person, person.verified), {
      action: 'accounts.signed-in',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'password' },
    });
  });
  return { token: await openSession(person.id, describeDevice(userAgent)), locale: person.locale };
}
