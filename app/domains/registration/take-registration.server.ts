import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { readDay } from '#app/platform/spreadsheets/cells.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { listRunMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { fillRegistration } from './fill-registration.server.ts';
import { findKnown } from './find-known.server.ts';
import { consentMoment } from './list-row.ts';
import { canSeeRoster } from './policy.ts';
import { checkFields, writeRegistration } from './register-person.server.ts';
import { mayRegister } from './rules.ts';
import { selectRegistration } from './store.server.ts';
import type { TakenInput } from './take-form.ts';
import type { RegistrationView } from './types.ts';

/** A registration that was written down; `isNew` unless its person was registered already. */
export type Taken = { id: string; isNew: boolean };

/** When the person consented; a day that is still to come is an error of its field. */
function consentedAt(day: string | null): Date {
  const read = day === null ? null : readDay(day);
  const at = read === null ? now() : consentMoment(read, now());
  if (at === null) throw fieldErrors({ consiente_fecha: 'consent_day_past' });
  return at;
}

/**
 * Registers somebody who called or left a paper. Their name with the same mail, or telephone, is the
 * registration that is there, of which what it left empty is filled; so the form sent twice makes one.
 */
export async function takeRegistration(
  actor: Actor,
  meetingId: string | undefined,
  input: TakenInput,
): Promise<Taken> {
  return await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    authorize(mayRegister(meeting, now(), input.channel));
    await checkFields(tx, input);
    const given = { channel: input.channel, consentAt: consentedAt(input.consentDay) };
    const person = { key: '', kind: 'registration', input } as const;
    const there = (await findKnown(meeting.id, [person], tx)).get(person.key);
    if (there) {
      await fillRegistration(tx, actor, meeting, there, { ...given, input });
      return { id: there.id, isNew: false };
    }
    const { id } = await writeRegistration(tx, actor, meeting, input, {
      ...given,
      locale: 'es',
      absent: input.channel === 'papel',
    });
    return { id, isNew: true };
  });
}

/** The coming meetings for which somebody writes registrations down. */
export async function listTakingMeetings(
  db: Db,
  actor: Actor,
): Promise<Pick<Meeting, 'id' | 'title' | 'lang' | 'startsAt'>[]> {
  return (await listRunMeetings(db, actor))
    .filter(
      (meeting) =>
        meeting.startsAt > now() &&
        canSeeRoster(actor, meeting).allowed &&
        mayRegister(meeting, now(), 'telefono').allowed,
    )
    .map(({ id, title, lang, startsAt }) => ({ id, title, lang, startsAt }));
}

/** What became of the registration that was just written down: nothing of who its person is. */
export async function findTaken(
  db: Db,
  meeting: Meeting,
  id: string | undefined,
): Promise<Pick<RegistrationView, 'state' | 'turn' | 'channel'> | null> {
  const found = id === undefined ? null : await selectRegistration(db, { id });
  if (found?.meetingId !== meeting.id) return null;
  return { state: found.state, turn: found.turn, channel: found.channel };
}
