import { authorize } from '#app/kernel/verdict.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { mayCertify } from './rules.ts';
import { hasArrived } from './store.server.ts';
import {
  getCertified,
  getRegistration,
} from '#app/domains/registration/get-registration.server.ts';
import { findProof } from '#app/domains/registration/open-personal.server.ts';
import { findReachable } from '#app/domains/registration/list-registrations.server.ts';
import type { RegistrationView } from '#app/domains/registration/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** A certificate of participation: that somebody was at the meeting. */
export type Certificate = {
  /** Its own code: who has it can check it, and see nothing else. */
  certificate: string;
  meeting: Meeting;
  hours: number;
};

async function certify(
  db: Db,
  found: { certificate: string; registration: RegistrationView; meeting: Meeting },
): Promise<Certificate> {
  const { certificate, registration, meeting } = found;
  authorize(mayCertify(meeting, await hasArrived(db, registration.id), now()));
  const hours = (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 3_600_000;
  return { certificate, meeting, hours: Math.max(1, Math.round(hours)) };
}

/** Whether somebody was counted at the meeting: asked for who proved to be its person alone. */
export async function findArrival(db: Db, registrationId: string): Promise<boolean> {
  return await hasArrived(db, registrationId);
}

/** What everybody sees who checks a certificate by its code: no name, and no way to the registration. */
export async function checkCertificate(db: Db, given: string | undefined): Promise<Certificate> {
  return await certify(db, await getCertified(db, given));
}

/** The certificate of a registration by its code, with the name for who proved to be its person. */
export async function getCertificate(
  db: Db,
  given: string | undefined,
  by: { actor: Actor | null; token: string | null; cookie: string | null },
): Promise<Certificate & { code: string; name: string | null }> {
  const found = await getRegistration(db, given);
  const certificate = await certify(db, found);
  const person = (await findProof(db, found, by))
    ? await findReachable(db, found.registration.id)
    : null;
  return { ...certificate, code: found.code, name: person && person.name };
}
