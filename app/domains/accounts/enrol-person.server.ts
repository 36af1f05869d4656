import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insertGuardian } from './consent.store.server.ts';
import { insertPerson } from './credential.store.server.ts';
import { currentPolicy } from './data-policy.ts';
import { giveConsent } from './give-consent.server.ts';
import type { KeptPassword } from './hash-password.server.ts';
import { selfActor } from './rules.ts';
import { selectByEmail, updatePerson } from './store.server.ts';
import type { Correspondent } from './types.ts';

export type Enrolment = {
  name: string;
  email: string;
  /** None for who signs in by mailed links. */
  password: KeptPassword | null;
  locale: 'es' | 'en';
  /** Who authorises somebody under 18; adults have none. */
  guardian?: { name: string; contact: string };
  /** Only where the address needs no mail to be believed: the people of the demonstration. */
  verifiedAt?: Date;
};

/**
 * Writes a person with the proof of what they accepted. Where the address is taken the very same statements
 * write nothing but that somebody asked, and its owner comes back; `null` when they left in this same moment.
 */
export async function enrolPerson(tx: Tx, enrolment: Enrolment): Promise<Correspondent | null> {
  const { name, email, password, locale, guardian } = enrolment;
  const id = newId();
  const at = now();
  const isAdult = guardian === undefined;
  const isNew = await insertPerson(tx, { id, name, email, locale, password, isAdult, at });
  await giveConsent(tx, id, 'cuenta');
  if (guardian)
    await insertGuardian(tx, {
      personId: id,
      name: guardian.name,
      contact: guardian.contact,
      policyVersion: currentPolicy.version,
      at,
    });
  const person = await selectByEmail(tx, email);
  if (!person) return null;
  const subject = { subjectKind: 'person', subjectId: person.id };
  await recordAudit(tx, selfActor(person, person.verified), {
    ...subject,
    ...(isNew
      ? {
          action: 'accounts.person-registered',
          data: { policy: currentPolicy.version, minor: !isAdult },
        }
      : { action: 'accounts.link-requested', data: { purpose: 'register' } }),
  });
  if (isNew && enrolment.verifiedAt)
    await updatePerson(tx, id, { email_verified_at: enrolment.verifiedAt });
  return person;
}
