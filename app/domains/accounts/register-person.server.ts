import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { enrolPerson } from './enrol-person.server.ts';
import { hashPassword } from './hash-password.server.ts';
import { mailOwnLink } from './jobs.ts';
import { isGuessable } from './rules.ts';
import type { RegisterInput } from './schema.ts';

/**
 * Opens an account; the worker mails the link that confirms the address. Whoever asks learns nothing about
 * others: for an address that is taken the same is asked of the database, and its owner gets a mail that says so.
 */
export async function registerPerson(
  input: RegisterInput,
  from: { locale: 'es' | 'en'; returnTo: string | null },
): Promise<void> {
  const { name, email, password } = input;
  if (password !== undefined && isGuessable(password, { name, email }))
    throw fieldErrors({ clave: 'password_guessable' });
  const kept = password === undefined ? null : await hashPassword(password);
  await inTransaction(async (tx) => {
    const person = await enrolPerson(tx, {
      name,
      email,
      password: kept,
      locale: from.locale,
      ...(input.guardian ? { guardian: input.guardian } : {}),
    });
    if (person)
      await enqueue(tx, mailOwnLink, {
        personId: person.id,
        purpose: 'register',
        returnTo: from.returnTo,
      });
  });
}
