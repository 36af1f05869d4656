import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enrolPerson } from './enrol-person.server.ts';
import { issueLink, mailPerson, siteUrl } from './mail-person.server.ts';
import { hashPassword } from './hash-password.server.ts';
import { isGuessable, selfActor } from './rules.ts';
import type { RegisterInput } from './schema.ts';
import { selectByEmail } from './store.server.ts';

/**
 * Opens an account and mails the link that confirms the address. Whoever asks learns nothing about
 * others: an address that is taken costs and answers the same, and its owner gets a mail that says
 * so.
 */
export async function registerPerson(
  input: RegisterInput,
  from: { locale: 'es' | 'en'; returnTo: string | null },
): Promise<void> {
  const { name, email, password } = input;
  if (password !== undefined && isGuessable(password, { name, email }))
    throw fieldErrors({ clave: 'password_guessable' });
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await inTransaction(async (tx) => {
    const person = await enrolPerson(tx, {
      name: input.name,
      email: input.email,
      passwordHash,
      locale: from.locale,
      ...(input.guardian ? { guardian: input.guardian } : {}),
    });
    if (person) {
      await mailPerson(
        tx,
        person,
        'verify',
        await issueLink(tx, { personId: person.id, purpose: 'verify', returnTo: from.returnTo }),
      );
      return;
    }
    const owner = await selectByEmail(tx, input.email);
    if (!owner) return; // left in this same moment
    await recordAudit(tx, selfActor(owner, owner.verified), {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: owner.id,
      data: { purpose: 'register' },
    });
    if (owner.verified) await mailPerson(tx, owner, 'already_registered', siteUrl('/entrar'));
    else
      await mailPerson(
        tx,
        owner,
        'verify',
        await issueLink(tx, { personId: owner.id, purpose: 'verify', returnTo: from.returnTo }),
      );
  });
}
