import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { unauthenticated } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { endSessionsOf } from '#app/platform/session/session.server.ts';
import { issueLink, mailPerson, siteUrl } from './mail-person.server.ts';
import { hashPassword, verifyPassword } from './hash-password.server.ts';
import { canUseAccount } from './policy.ts';
import { isGuessable } from './rules.ts';
import { lockPerson, selectByEmail, selectPasswordHash, updatePerson } from './store.server.ts';
import { deleteLinksOf } from './token.store.server.ts';

/** Asks for the password of the own account once more, before what cannot be undone by others' hands. */
export async function requirePassword(person: Actor, password: string): Promise<void> {
  authorize(canUseAccount(person));
  const hash = await selectPasswordHash(getDb(), personIdOf(person));
  if (!(await verifyPassword(hash, password))) throw fieldErrors({ clave: 'password_wrong' });
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
 * Mails a link to the new address; the old one stands until that link is used. A taken address gets
 * no link, and the answer is the same.
 */
export async function changeEmail(
  actor: Actor,
  input: { email: string; password: string },
): Promise<void> {
  await requirePassword(actor, input.password);
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personIdOf(actor));
    if (!person) throw unauthenticated('sign_in_first');
    await recordAudit(tx, actor, {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: person.id,
      data: { purpose: 'email_change' },
    });
    if (await selectByEmail(tx, input.email)) return;
    await mailPerson(
      tx,
      person,
      'email_change',
      await issueLink(tx, { personId: person.id, purpose: 'email_change', newEmail: input.email }),
      input.email,
    );
  });
}

/** Changes the own password, which ends the other sessions and the links on their way. */
export async function changePassword(
  actor: Actor,
  input: { password: string; newPassword: string },
): Promise<void> {
  await requirePassword(actor, input.password);
  if (isGuessable(input.newPassword, { name: actor.name, email: actor.email ?? '' }))
    throw fieldErrors({ clave_nueva: 'password_guessable' });
  const passwordHash = await hashPassword(input.newPassword);
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personIdOf(actor));
    if (!person) throw unauthenticated('sign_in_first');
    await updatePerson(tx, person.id, { password_hash: passwordHash });
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
