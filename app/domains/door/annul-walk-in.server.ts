import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { mayAnnul } from './rules.ts';
import { deleteOwnership, selectWalkIn } from './store.server.ts';
import { undoCheckIns } from './check-in.store.server.ts';
import { givePlacesOf } from '#app/domains/registration/give-places.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { giveUpPlace } from '#app/domains/registration/give-up-place.server.ts';
import { findReachable } from '#app/domains/registration/list-registrations.server.ts';
import { tell } from '#app/domains/registration/tell-person.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { unpublishPhotosOf } from '#app/domains/registration/unpublish-photos.server.ts';

/** Takes back a registration that somebody at the door made by mistake. Twice is once. */
export async function annulWalkIn(
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    if (!isId(registrationId)) throw notFound('page_not_found');
    await annul(tx, actor, meeting, { registrationId, at: now() });
  });
}

/**
 * The same for whoever holds the meeting's lock and has asked who may: the registration is cancelled,
 * its arrival undone, it stands behind no idea, and its person is told. False when it was cancelled
 * before.
 */
export async function annul(
  tx: Tx,
  who: Actor,
  meeting: Meeting,
  of: { registrationId: string; at: Date },
): Promise<boolean> {
  const registration = await selectWalkIn(tx, of.registrationId, meeting.id);
  if (!registration) throw notFound('registration_unknown');
  authorize(mayAnnul(meeting, registration, of.at));
  if (!(await giveUpPlace(tx, registration.id))) return false;
  const arrived = await undoCheckIns(tx, { registrationId: registration.id }, now());
  await deleteOwnership(tx, registration.id);
  await unpublishPhotosOf(tx, who, [registration.id], 'registration-annulled');
  if (arrived)
    await recordAudit(tx, who, {
      action: 'door.arrival-undone',
      subjectKind: 'registration',
      subjectId: registration.id,
      data: { meetingId: meeting.id },
    });
  await recordAudit(tx, who, {
    action: 'registration.registration-cancelled',
    subjectKind: 'registration',
    subjectId: registration.id,
    data: { meetingId: meeting.id, why: 'door' },
  });
  const person = await findReachable(tx, registration.id);
  if (person) await tell(tx, person, meeting, 'annulled');
  await givePlacesOf(tx, who, meeting.id);
  return true;
}
