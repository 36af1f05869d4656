import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { mailLink } from './jobs.ts';
import { issueLink, mailPerson } from './mail-person.server.ts';
import { canUseAccount } from './policy.ts';
import { selfActor } from './rules.ts';
import { hashAddress } from './hash-address.server.ts';
import { lockPerson, selectByAddressHash } from './store.server.ts';

/**
 * Asks for a link to sign in or to choose a new password. Who asks learns nothing: for an address that
 * somebody has and for one that nobody has this is the same work, and the worker does the rest.
 */
export async function requestLink(
  email: string,
  purpose: 'recover' | 'sign_in',
  returnTo: string | null,
): Promise<void> {
  const addressHash = hashAddress(email);
  await inTransaction(
    async (tx) => await enqueue(tx, mailLink, { addressHash, purpose, returnTo }),
  );
}

/** Mails the link that was asked for, if somebody has the address. */
export async function mailRequestedLink({
  addressHash,
  purpose,
  returnTo,
}: {
  addressHash: string;
  purpose: 'recover' | 'sign_in';
  returnTo: string | null;
}): Promise<void> {
  await inTransaction(async (tx) => {
    const person = await selectByAddressHash(tx, addressHash);
    if (!person) return;
    await recordAudit(tx, selfActor(person, person.verified), {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: person.id,
      data: { purpose },
    });
    await mailPerson(
      tx,
      person,
      purpose,
      await issueLink(tx, { personId: person.id, purpose, returnTo }),
    );
  });
}

/** Mails once more the link that confirms the address of the own account. */
export async function resendVerification(actor: Actor): Promise<void> {
  authorize(canUseAccount(actor));
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personIdOf(actor));
    if (!person || person.verified) throw conflict('email_already_verified');
    await recordAudit(tx, actor, {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: person.id,
      data: { purpose: 'verify' },
    });
    await mailPerson(
      tx,
      person,
      'verify',
      await issueLink(tx, { personId: person.id, purpose: 'verify' }),
    );
  });
}
