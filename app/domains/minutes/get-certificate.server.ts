import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getRegistration } from './get-registration.server.ts';
import { mayCertify } from './minutes.rules.ts';
import { hasArrived } from './minutes.store.server.ts';
import { hasPass } from './open-personal.server.ts';
import { selectReachable } from './registration.store.server.ts';
import type { Meeting } from './types.ts';

/** A certificate of participation: that who holds this code was at the meeting, and their name for who proved to be them. */
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
  const person = opened ? await selectReachable(db, registration.id) : null;
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
