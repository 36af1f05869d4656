import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { isQueued } from '#app/platform/mail/queue-mail.server.ts';
import { deleteAskedAddress } from './credential.store.server.ts';
import { mailLink, mailOwnLink } from './jobs.ts';
import { issueLink, mailPerson, siteUrl } from './mail-person.server.ts';
import { canUseAccount } from './policy.ts';
import { selfActor } from './rules.ts';
import { hashAddress } from './hash-address.server.ts';
import { lockPerson, selectByAddressHash, selectByEmail } from './store.server.ts';
import type { Correspondent } from './types.ts';

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

/** Mails the link that was asked for, if somebody has the address; once, however often its job is repeated. */
export async function mailRequestedLink(
  {
    addressHash,
    purpose,
    returnTo,
  }: {
    addressHash: string;
    purpose: 'recover' | 'sign_in';
    returnTo: string | null;
  },
  mailId?: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const person = await selectByAddressHash(tx, addressHash);
    if (!person || (await isQueued(tx, mailId))) return;
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
      person.email,
      mailId,
    );
  });
}

/** Asks once more for the link that confirms the address of the own account. */
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
    await enqueue(tx, mailOwnLink, {
      personId: person.id,
      purpose: 'verify',
      returnTo: null,
    });
  });
}

/**
 * Mails what a person asked for themselves. Links are made here, by the worker: the web role can make none, and
 * the address that somebody wants to have was kept with the proof of their password.
 */
export async function mailOwnRequestedLink(
  {
    personId,
    purpose,
    returnTo,
  }: {
    personId: string;
    purpose: 'register' | 'verify' | 'email_change';
    returnTo: string | null;
  },
  mailId?: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person || (await isQueued(tx, mailId))) return;
    if (purpose === 'email_change') return await mailNewAddress(tx, person);
    if (!person.verified) {
      const link = await issueLink(tx, { personId, purpose: 'verify', returnTo });
      await mailPerson(tx, person, 'verify', link, person.email, mailId);
    } else if (purpose === 'register')
      await mailPerson(tx, person, 'already_registered', siteUrl('/entrar'), person.email, mailId);
  });
}

/** A taken address gets no link. */
async function mailNewAddress(tx: Tx, person: Correspondent): Promise<void> {
  const newEmail = await deleteAskedAddress(tx, person.id);
  if (!newEmail || (await selectByEmail(tx, newEmail))) return;
  const link = await issueLink(tx, { personId: person.id, purpose: 'email_change', newEmail });
  await mailPerson(tx, person, 'email_change', link, newEmail);
}
