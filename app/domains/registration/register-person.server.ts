import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { freezeAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import { codeKey, codeOfRegistration, matchKey } from './match-keys.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { canSeeMeeting } from '#app/domains/meetings/policy.ts';
import { mayRegisterAt } from './policy.ts';
import { insertConsents } from './consent.store.server.ts';
import { insertNeeds } from './need.store.server.ts';
import { insertRegistration } from './store.server.ts';
import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import { givesPlace, placesFor, mayRegister } from './rules.ts';
import { answersOf, registrationProblems, type RegistrationInput } from './schema.ts';
import { tell } from './tell-person.server.ts';
import type { Channel, Purpose, RegistrationState } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { holdMeeting } from '#app/domains/meetings/read-meeting.server.ts';

export type Registered = { id: string; code: string; state: RegistrationState };

/** How a registration comes in: by the person on the web, or through somebody who runs the meeting. */
export type Arrival = {
  channel: Channel;
  locale: Locale;
  /** Made on a device without connection: the record's own id. */
  id?: string;
  /** When a paper was signed or a device wrote it down; now, when left out. */
  consentAt?: Date;
  /** A person at the door lets somebody in although every place is taken. */
  overCapacity?: boolean;
  /** The row of a list, whose fields were checked and whose likeness to others is noted for the whole list. */
  listKey?: string;
  /** Nobody is mailed: the meeting is over, or they are told otherwise. */
  quiet?: boolean;
};

/**
 * Registers somebody for a meeting, with or without an account. The meeting's lock is held while the place is counted
 * and given: of two hundred at once for thirty places, thirty have one and the others wait in their order.
 */
export async function registerPerson(
  actor: Actor | null,
  meetingId: string | undefined,
  input: RegistrationInput,
  arrival: Arrival,
): Promise<Registered> {
  return await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeMeeting(actor, meeting));
    authorize(mayRegisterAt(actor, meeting, arrival.channel));
    authorize(mayRegister(meeting, now(), arrival.channel));
    return await writeRegistration(tx, actor, meeting, input, arrival);
  });
}

/** The same within a transaction that already holds the meeting's lock and has asked who may. */
export async function writeRegistration(
  tx: Tx,
  actor: Actor | null,
  meeting: Meeting,
  input: RegistrationInput,
  arrival: Arrival,
): Promise<Registered> {
  if (arrival.listKey === undefined) await checkFields(tx, input);
  const id = arrival.id ?? newId();
  const code = codeOfRegistration(id);
  const byPerson = arrival.channel === 'web';
  const free = givesPlace(meeting, arrival.channel);
  const state: RegistrationState = free || arrival.overCapacity ? 'inscrita' : 'en_espera';
  const keys = {
    emailKey: matchKey('email', input.correo),
    phoneKey: matchKey('phone', input.telefono),
    documentKey: matchKey('document', input.documento),
    birthKey: matchKey('birth', input.anio_nacimiento?.toString()),
  };
  const recordedBy = byPerson ? null : (actor?.personId ?? null);
  const guardian =
    input.acudiente_nombre && input.acudiente_contacto
      ? { name: input.acudiente_nombre, contact: input.acudiente_contacto }
      : null;
  await insertRegistration(tx, {
    id,
    meetingId: meeting.id,
    codeKey: codeKey(code),
    state,
    channel: arrival.channel,
    name: input.nombre,
    email: input.correo ?? null,
    phone: input.telefono ?? null,
    ...keys,
    personId: byPerson ? (actor?.personId ?? null) : null,
    lang: arrival.locale,
    guardian,
    overCapacity: arrival.overCapacity === true && placesFor(meeting, arrival.channel) === 0,
    recordedBy,
    at: now(),
    importKey: arrival.listKey ?? null,
  });
  const consent = {
    policyVersion: currentPolicy.version,
    policySha256: hashPolicy(currentPolicy),
    channel: arrival.channel,
    at: arrival.consentAt ?? now(),
    recordedBy,
  };
  await insertConsents(
    tx,
    id,
    purposesOf(input).map((purpose) => ({ purpose, ...consent })),
  );
  await insertNeeds(
    tx,
    id,
    input.apoyo.map((need) => ({ need, note: need === 'otro' ? (input.apoyo_otro ?? '') : '' })),
  );
  const who = actor ?? visitorActor;
  // Without that consent what somebody says of themselves has no use, and is not kept.
  if (input.acepta_estadistica)
    await freezeAnswers(
      tx,
      who,
      { registrationId: id, meetingId: meeting.id, channel: arrival.channel },
      answersOf(input),
    );
  if (arrival.listKey === undefined)
    await noteDuplicates(tx, { id, meetingId: meeting.id, name: input.nombre, ...keys });
  await recordAudit(tx, who, {
    action: 'registration.person-registered',
    subjectKind: 'registration',
    subjectId: id,
    data: { meetingId: meeting.id, channel: arrival.channel, state },
  });
  if (!arrival.quiet)
    await tell(
      tx,
      {
        id,
        name: input.nombre,
        email: input.correo ?? null,
        phone: input.telefono ?? null,
        lang: arrival.locale,
        personId: byPerson ? (actor?.personId ?? null) : null,
      },
      meeting,
      state === 'inscrita'
        ? 'registered'
        : awaitsDraw(meeting)
          ? 'in_draw'
          : meeting.allocation === 'metas'
            ? 'waiting_goals'
            : 'waiting',
    );
  return { id, code, state };
}

function purposesOf(input: RegistrationInput): Purpose[] {
  const given: [Purpose, boolean][] = [
    ['inscripcion', input.acepta_inscripcion],
    ['estadistica', input.acepta_estadistica],
    ['contacto', input.acepta_contacto],
    ['imagen', input.acepta_imagen],
  ];
  return given.filter(([, yes]) => yes).map(([purpose]) => purpose);
}

/** What the shape of the form cannot say: catalogues of this day, a guardian for who is under 18. */
async function checkFields(tx: Tx, input: RegistrationInput): Promise<void> {
  const wrong = registrationProblems(input, {
    catalogue: await listOptions(tx, 'es'),
    isLocality: input.localidad !== undefined && (await isLocality(tx, input.localidad)),
    today: now(),
  });
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
}
