import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { mayCertify } from './rules.ts';
import { hasArrived } from './store.server.ts';
import { hasPass } from '#app/domains/registration/open-personal.server.ts';
import { findReachable } from '#app/domains/registration/list-registrations.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/**
 * A certificate of participation: that who holds this code was at the meeting, and their name for who
 * proved to be them.
 */
export type Certificate = {
  code: string;
  meeting: Meeting;
  hours: number;
  opened: boolean;
  name: string;
};

/** The certificate of a registration by its code; the code alone never shows the name. */
export async function getCertificate(
  db: Db,
  given: string | undefined,
  pass: string | null,
): Promise<Certificate> {
  const { code, registration, meeting } = await getRegistration(db, given);
  authorize(mayCertify(meeting, await hasArrived(db, registration.id), now()));
  const opened = hasPass(pass, registration.id);
  const person = opened ? await findReachable(db, registration.id) : null;
  return {
    code,
    meeting,
    hours: Math.max(
      1,
      Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 3_600_000),
    ),
    opened,
    name: person?.name ?? '',
  };
}
