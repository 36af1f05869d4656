import { certain } from '#app/kernel/certain.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, violates, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { endSessionsOf, openSession } from '#app/platform/session/session.server.ts';
import { seatFirstCoordinator } from './first-coordinator.server.ts';
import { linkKey, mailPerson, siteUrl } from './mail-person.server.ts';
import { hashPassword } from './hash-password.server.ts';
import { describeDevice, isGuessable, selfActor } from './rules.ts';
import type { OpenedSession } from './sign-in.server.ts';
import { lockPerson, updatePerson } from './store.server.ts';
import {
  deleteLinksOf,
  selectLink,
  spendStoredLink,
  type StoredLink,
} from './token.store.server.ts';
import type { Correspondent, LinkPurpose } from './types.ts';

/** What the page of a link asks for besides its button. */
export type LinkInput = { password?: string; name?: string };
export type SpentLink = {
  purpose: LinkPurpose;
  returnTo: string | null;
  session: OpenedSession | null;
};

/** Does what a mailed link is for. It works once: of two posts at the same moment, one is told that it is spent. */
export async function spendLink(
  token: string,
  input: LinkInput,
  userAgent: string,
): Promise<SpentLink> {
  const key = linkKey(token);
  if (!(await selectLink(getDb(), key, now()))) throw conflict('link_spent');
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  const { link, person } = await inTransaction(async (tx) => {
    const spent = await spendStoredLink(tx, key, now());
    const known = spent && (await lockPerson(tx, spent.personId));
    if (!spent || !known) throw conflict('link_spent');
    if (
      input.password !== undefined &&
      isGuessable(input.password, { name: input.name ?? known.name, email: known.email })
    )
      throw fieldErrors({ clave: 'password_guessable' });
    await acts[spent.purpose](tx, known, spent, { ...input, passwordHash });
    return { link: spent, person: known };
  });
  const opens =
    link.purpose === 'recover' ||
    link.purpose === 'sign_in' ||
    link.purpose === 'first_coordinator';
  const session = opens
    ? { token: await openSession(person.id, describeDevice(userAgent)), locale: person.locale }
    : null;
  return { purpose: link.purpose, returnTo: link.returnTo, session };
}

type Act = (
  tx: Tx,
  person: Correspondent & { verified: boolean },
  link: StoredLink,
  input: LinkInput & { passwordHash: string | null },
) => Promise<void>;

/** Whoever opens a link has the mailbox: the address counts as confirmed. */
const acts: Record<LinkPurpose, Act> = {
  verify: async (tx, person) => {
    await updatePerson(tx, person.id, { email_verified_at: now() });
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.email-verified',
      subjectKind: 'person',
      subjectId: person.id,
    });
  },
  sign_in: async (tx, person) => {
    if (!person.verified) await updatePerson(tx, person.id, { email_verified_at: now() });
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.signed-in',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'link' },
    });
  },
  recover: async (tx, person, _link, { passwordHash }) => {
    await updatePerson(tx, person.id, {
      password_hash: certain(passwordHash),
      ...(person.verified ? {} : { email_verified_at: now() }),
    });
    await deleteLinksOf(tx, person.id);
    await endSessionsOf(tx, person.id);
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.password-changed',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'link' },
    });
    await mailPerson(tx, person, 'password_changed', siteUrl('/entrar/recuperar'));
  },
  first_coordinator: async (tx, person, _link, { passwordHash, name }) => {
    await updatePerson(tx, person.id, {
      name: certain(name),
      password_hash: certain(passwordHash),
      email_verified_at: now(),
    });
    await deleteLinksOf(tx, person.id);
    await seatFirstCoordinator(tx, { ...person, name: certain(name) });
  },
  email_change: async (tx, person, link) => {
    try {
      await updatePerson(tx, person.id, {
        email: certain(link.newEmail),
        email_verified_at: now(),
      });
    } catch (error) {
      throw violates(error, 'person_email_key') ? conflict('email_taken') : error;
    }
    await deleteLinksOf(tx, person.id);
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.email-changed',
      subjectKind: 'person',
      subjectId: person.id,
    });
    await mailPerson(tx, person, 'email_changed', siteUrl('/ayuda'));
  },
};
