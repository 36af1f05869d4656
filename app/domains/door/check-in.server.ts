import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import {
  insertCheckIn,
  acceptAtDoor,
  seatAtDoor,
  selectArriving,
  undoCheckIns,
} from './check-in.store.server.ts';
import type { ConflictReason } from './types.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { freePlaceFor } from '#app/domains/registration/place.rules.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** Checks somebody in by their registration. Twice, or by two people at two doors, is once. */
export async function checkIn(
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    if (!isId(registrationId)) throw notFound('page_not_found');
    await arrive(tx, actor, meeting, { id: newId(), registrationId, at: now() });
  });
}

/** Takes a check-in back. */
export async function undoCheckIn(
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    if (!isId(registrationId)) throw notFound('page_not_found');
    await takeBack(tx, actor, meeting, { registrationId });
  });
}

/**
 * The check-in itself; the caller holds the meeting's lock and has asked who may. Who waited for a place, or had given
 * theirs up, and came all the same is let in, and a person is told so.
 */
export async function arrive(
  tx: Tx,
  who: Actor,
  meeting: Meeting,
  arrival: { id: string; registrationId: string; at: Date },
): Promise<{ already: boolean; reasons: ConflictReason[] }> {
  if (meeting.state === 'cancelado') throw conflict('meeting_cancelled');
  const registration = await selectArriving(tx, arrival.registrationId, meeting.id);
  if (!registration) throw notFound('registration_unknown');
  const added = await insertCheckIn(tx, {
    id: arrival.id,
    meetingId: meeting.id,
    registrationId: registration.id,
    at: arrival.at,
    recordedBy: who.personId,
  });
  if (!added) return { already: true, reasons: [] };
  const reasons: ConflictReason[] = [];
  if (registration.state === 'en_espera' || registration.state === 'cancelada') {
    const place = freePlaceFor(meeting, 'puerta');
    const isFull = place === null;
    await seatAtDoor(tx, registration.id, place);
    if (registration.state === 'cancelada') reasons.push('was_cancelled');
    if (isFull) reasons.push('over_capacity');
  } else if (registration.state === 'ofrecida') await acceptAtDoor(tx, registration.id);
  await recordAudit(tx, who, {
    action: 'door.person-arrived',
    subjectKind: 'registration',
    subjectId: registration.id,
    data: { meetingId: meeting.id },
  });
  return { already: false, reasons };
}

/** Takes back one check-in, or whichever holds; none is no mistake: another door may have been faster. */
export async function takeBack(
  tx: Tx,
  who: Actor,
  meeting: Meeting,
  of: { registrationId: string; id?: string | undefined },
): Promise<void> {
  const registration = await selectArriving(tx, of.registrationId, meeting.id);
  if (!registration) throw notFound('registration_unknown');
  if (!(await undoCheckIns(tx, { registrationId: registration.id, id: of.id }, now()))) return;
  await recordAudit(tx, who, {
    action: 'door.arrival-undone',
    subjectKind: 'registration',
    subjectId: registration.id,
    data: { meetingId: meeting.id },
  });
}
