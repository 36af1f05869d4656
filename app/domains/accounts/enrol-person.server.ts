import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insertGuardian } from './consent.store.server.ts';
import { currentPolicy } from './data-policy.ts';
import { giveConsent } from './give-consent.server.ts';
import { selfActor } from './rules.ts';
import { insertPerson } from './store.server.ts';
import type { Correspondent } from './types.ts';

export type Enrolment = {
  name: string;
  email: string;
  /** None for who signs in by mailed links. */
  passwordHash: string | null;
  locale: 'es' | 'en';
  /** Who authorises somebody under 18; adults have none. */
  guardian?: { name: string; contact: string };
  /** Only where the address needs no mail to be believed: the people of the demonstration. */
  verifiedAt?: Date;
};

/** Writes a person with the proof of what they accepted; nothing, and `null`, when the address is taken. */
export async function enrolPerson(tx: Tx, enrolment: Enrolment): Promise<Correspondent | null> {
  const { name, email, passwordHash, locale, guardian } = enrolment;
  const person: Correspondent = { id: newId(), name, email, locale };
  const at = now();
  const added = await insertPerson(tx, {
    ...person,
    passwordHash,
    isAdult: guardian === undefined,
    at,
    verifiedAt: enrolment.verifiedAt ?? null,
  });
  if (!added) return null;
  await giveConsent(tx, person.id, 'cuenta');
  if (guardian)
    await insertGuardian(tx, {
      personId: person.id,
      name: guardian.name,
      contact: guardian.contact,
      policyVersion: currentPolicy.version,
      at,
    });
  await recordAudit(tx, selfActor(person, false), {
    action: 'accounts.person-registered',
    subjectKind: 'person',
    subjectId: person.id,
    data: { policy: currentPolicy.version, minor: guardian !== undefined },
  });
  return person;
}
