import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { unauthenticated } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { endSessionsOf } from '#app/platform/session/session.server.ts';
import {
  insertAskedAddress,
  isPassword,
  selectRecipe,
  updatePassword,
} from './credential.store.server.ts';
import { hashPassword, provePassword } from './hash-password.server.ts';
import { mailOwnLink } from './jobs.ts';
import { mailPerson, siteUrl } from './mail-person.server.ts';
import { canUseAccount } from './policy.ts';
import { isGuessable } from './rules.ts';
import { lockPerson, updatePerson } from './store.server.ts';
import { deleteLinksOf } from './token.store.server.ts';

/**
 * Asks for the password of the own account once more, before what cannot be undone by others' hands; what
 * comes back proves it to the database.
 */
export async function requirePassword(person: Actor, password: string): Promise<string> {
  authorize(canUseAccount(person));
  const id = personIdOf(person);
  const proof = await provePassword(await selectRecipe(getDb(), id), password);
  if (!(await isPassword(getDb(), id, proof))) throw fieldErrors({ clave: 'password_wrong' });
  return proof;
}

/** Corrects the own name and chooses the language of pages and mails. */
export async function changeProfile(
  actor: Actor,
  input: { name: string; locale: 'es' | 'en' },
): Promise<void> {
  authorize(canUseAccount(actor));
  await inTransaction(async (tx) => {
    await updatePerson(tx, personIdOf(actor), input);
    await recordAudit(tx, actor, {
      action: 'accounts.profile-changed',
      subjectKind: 'person',
      subjectId: personIdOf(actor),
    });
  });
}

/**
 * Has a link mailed to the new address; the old one stands until that link is used. A taken address gets
 * no link, and the answer is the same.
 */
export async function changeEmail(
  actor: Actor,
  input: { email: string; password: string },
): Promise<void> {
  const proof = await requirePassword(actor, input.password);
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personIdOf(actor));
    if (!person) throw unauthenticated('sign_in_first');
    await recordAudit(tx, actor, {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: person.id,
      data: { purpose: 'email_change' },
    });
    await insertAskedAddress(tx, person.id, proof, { email: input.email, at: now() });
    const job = { personId: person.id, purpose: 'email_change', returnTo: null } as const;
    await enqueue(tx, mailOwnLink, job);
  });
}

/** Changes the own password, which ends the other sessions and the links on their way. */
export async function changePassword(
  actor: Actor,
  input: { password: string; newPassword: string },
): Promise<void> {
  const proof = await requirePassword(actor, input.password);
  if (isGuessable(input.newPassword, { name: actor.name, email: actor.email ?? '' }))
    throw fieldErrors({ clave_nueva: 'password_guessable' });
  const kept = await hashPassword(input.newPassword);
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personIdOf(actor));
    if (!person) throw unauthenticated('sign_in_first');
    if (!(await updatePassword(tx, person.id, proof, kept)))
      throw fieldErrors({ clave: 'password_wrong' });
    await deleteLinksOf(tx, person.id);
    await endSessionsOf(tx, person.id, { except: actor.sessionId });
    await recordAudit(tx, actor, {
      action: 'accounts.password-changed',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'password' },
    });
    await mailPerson(tx, person, 'password_changed', siteUrl('/entrar/recuperar'));
  });
}
