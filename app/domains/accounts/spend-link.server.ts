import { certain } from '#app/kernel/certain.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, violates, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { newSession, type NewSession } from '#app/platform/session/session.server.ts';
import { spendAccountLink, type SpentAccountLink } from './credential.store.server.ts';
import { seatFirstCoordinator } from './first-coordinator.server.ts';
import { linkKey, mailPerson, siteUrl } from './mail-person.server.ts';
import { hashPassword, type KeptPassword } from './hash-password.server.ts';
import { describeDevice, isGuessable, selfActor } from './rules.ts';
import type { OpenedSession } from './sign-in.server.ts';
import { lockPerson, updatePerson } from './store.server.ts';
import { selectLink } from './token.store.server.ts';
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
  const personId = (await selectLink(getDb(), linkKey(token), now()))?.personId;
  if (personId === undefined) throw conflict('link_spent');
  const kept = input.password === undefined ? null : await hashPassword(input.password);
  const session = newSession(describeDevice(userAgent));
  return await inTransaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    const spent = person && (await spend(tx, token, session, kept));
    if (!spent) throw conflict('link_spent');
    if (
      input.password !== undefined &&
      isGuessable(input.password, { name: input.name ?? person.name, email: person.email })
    )
      throw fieldErrors({ clave: 'password_guessable' });
    await followUps[spent.purpose](tx, person, input);
    return {
      purpose: spent.purpose,
      returnTo: spent.returnTo,
      session: opens.has(spent.purpose) ? { token: session.token, locale: person.locale } : null,
    };
  });
}

/** Spends the link; the database confirms the address, changes password or address and opens the session. */
async function spend(
  tx: Tx,
  token: string,
  session: NewSession,
  kept: KeptPassword | null,
): Promise<SpentAccountLink | null> {
  try {
    return await spendAccountLink(tx, token, session, kept);
  } catch (error) {
    throw violates(error, 'person_email_key') ? conflict('email_taken') : error;
  }
}

const opens: ReadonlySet<LinkPurpose> = new Set(['recover', 'sign_in', 'first_coordinator']);

type FollowUp = (tx: Tx, person: Correspondent, input: LinkInput) => Promise<void>;

/** What is written and told besides; `person` is as they were before. */
const followUps: Record<LinkPurpose, FollowUp> = {
  verify: async (tx, person) => {
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.email-verified',
      subjectKind: 'person',
      subjectId: person.id,
    });
  },
  sign_in: async (tx, person) => {
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.signed-in',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'link' },
    });
  },
  recover: async (tx, person) => {
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.password-changed',
      subjectKind: 'person',
      subjectId: person.id,
      data: { by: 'link' },
    });
    await mailPerson(tx, person, 'password_changed', siteUrl('/entrar/recuperar'));
  },
  first_coordinator: async (tx, person, { name }) => {
    await updatePerson(tx, person.id, { name: certain(name) });
    await seatFirstCoordinator(tx, { ...person, name: certain(name) });
  },
  email_change: async (tx, person) => {
    await recordAudit(tx, selfActor(person, true), {
      action: 'accounts.email-changed',
      subjectKind: 'person',
      subjectId: person.id,
    });
    await mailPerson(tx, person, 'email_changed', siteUrl('/ayuda/contacto'));
  },
};
