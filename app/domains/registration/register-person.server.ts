import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { accidentSince, noteAct, recallAct } from '#app/platform/acts/act-once.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { freezeAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import { codeKey, codeOfCertificate, codeOfRegistration, matchKey } from './match-keys.server.ts';
import { selectSame } from './duplicate.store.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { canSeeMeeting } from '#app/domains/meetings/policy.ts';
import { hereKey, openAtOnce } from './open-personal.server.ts';
import { wordOf, wordProof } from './own-word.server.ts';
import { mayRegisterAt } from './policy.ts';
import { insertConsents, type NewConsent } from './consent.store.server.ts';
import { insertNeeds } from './need.store.server.ts';
import { insertRegistration, type NewRegistration } from './store.server.ts';
import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import { freePlaceFor, placeAtArrival } from './place.rules.ts';
import { mayRegister } from './rules.ts';
import { registrationProblems, type RegistrationInput } from './schema.ts';
import { tell } from './tell-person.server.ts';
import type { RegistrationMail } from './emails/registration-mail.ts';
import type { Channel, RegistrationState } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

export type Registered = {
  id: string;
  code: string;
  state: RegistrationState;
  /** To who registers on the web: what opens their part for now, and without a mail address their word. */
  opened: { pass: string; word: string | null } | null;
};

/**
 * How a registration comes in: by the person on the web, or through somebody who runs the meeting.
 */
export type Arrival = {
  channel: Channel;
  locale: Locale;
  /** Made on a device without connection: the record's own id. */
  id?: string;
  /** The browser that sent the form. */
  device?: string;
  /** When a paper was signed or a device wrote it down; now, when left out. */
  consentAt?: Date;
  /** A person at the door lets somebody in although every place is taken. */
  overCapacity?: boolean;
  /**
   * The row of a list, whose fields were checked and whose likeness to others is noted for the
   * whole list.
   */
  listKey?: string;
  /** They left a paper and are not there while it is written down. */
  absent?: boolean;
  /** Nobody is mailed: the meeting is over, or they are told otherwise. */
  quiet?: boolean;
};

/**
 * Registers somebody for a meeting, with or without an account. The meeting's lock is held while
 * the place is counted and given: of two hundred at once for thirty places, thirty have one and the
 * others wait in their order.
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
    const known = await findSame(tx, actor, meeting, input);
    if (known) return { ...known, opened: await openAgain(tx, actor, known.id, input, arrival) };
    authorize(mayRegister(meeting, now(), arrival.channel));
    const made = await writeRegistration(tx, actor, meeting, input, arrival);
    if (arrival.device) await noteAct(tx, hereKey(actor, arrival.device), made.id);
    return made;
  });
}

/** The registration that this form already made, so that pressing twice holds one place. */
async function findSame(
  tx: Tx,
  actor: Actor | null,
  meeting: Meeting,
  input: RegistrationInput,
): Promise<Omit<Registered, 'opened'> | null> {
  const known = await selectSame(tx, meeting.id, {
    name: input.name,
    emailKey: matchKey('email', input.email),
    phoneKey: matchKey('phone', input.phone),
    personId: actor?.personId ?? null,
    since: accidentSince(now()),
  });
  return known && { ...known, code: codeOfRegistration(known.id) };
}

/**
 * The word that opens a registration: three words to keep where there is no mail address, else a secret that
 * nobody is told. Made out of the browser's own secret, so that the same form sent twice gives the same one
 * and nobody else can make it up.
 */
function wordFor(id: string, input: RegistrationInput, device: string) {
  const told = input.email === undefined ? wordOf(id, device) : null;
  return { told, word: told ?? wordProof(id, device) };
}

/**
 * The first answer of a form sent twice may never have been shown: the browser that sent it gets its
 * word and a pass again, until it has shown them or registered somebody else. Whoever else writes the
 * same name and contact gets none.
 */
async function openAgain(
  tx: Tx,
  actor: Actor | null,
  id: string,
  input: RegistrationInput,
  { channel, device }: Arrival,
): Promise<Registered['opened']> {
  if (channel !== 'web' || !device) return null;
  if ((await recallAct(tx, hereKey(actor, device))) !== id) return null;
  const { told, word } = wordFor(id, input, device);
  return { pass: await openAtOnce(tx, id, word), word: told };
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
  const who = actor ?? visitorActor;
  // The person alone is there when they register on the web: nobody else may know what opens it.
  const byThemselves = arrival.channel === 'web' && arrival.listKey === undefined;
  const id = arrival.id ?? newId();
  const { told, word: own } = wordFor(id, input, arrival.device ?? newSecret());
  const word = byThemselves ? own : null;
  const row = rowOf(actor, meeting, input, { ...arrival, id, word });
  const { state } = row;
  await insertRegistration(tx, row);
  const opened = word === null ? null : { pass: await openAtOnce(tx, id, word), word: told };
  await insertConsents(tx, id, consentsOf(row, input, arrival));
  await insertNeeds(tx, id, input.needs);
  // Without that consent what somebody says of themselves has no use, and is not kept.
  if (input.consents.includes('estadistica'))
    await freezeAnswers(
      tx,
      who,
      { registrationId: id, meetingId: meeting.id, channel: arrival.channel },
      input.answers,
    );
  if (arrival.listKey === undefined) await noteDuplicates(tx, row);
  await recordAudit(tx, who, {
    action: 'registration.person-registered',
    subjectKind: 'registration',
    subjectId: id,
    data: { meetingId: meeting.id, channel: arrival.channel, state },
  });
  // Who registers, or is written down while they are there, sees or hears it.
  const present = arrival.listKey === undefined && !arrival.absent;
  const person = { ...row, mailReturnedAt: null };
  if (!arrival.quiet) await tell(tx, person, meeting, mailFor(meeting, state), { present });
  return { id, code: codeOfRegistration(id), state, opened };
}

/** The row of a registration: with a place while one is given by its channel, else waiting. */
function rowOf(
  actor: Actor | null,
  meeting: Meeting,
  input: RegistrationInput,
  arrival: Arrival & { id: string; word: string | null },
): NewRegistration {
  const { id } = arrival;
  const personId = actor?.personId ?? null;
  const byPerson = arrival.channel === 'web' && arrival.listKey === undefined;
  // Who is let in at the door has a place in any case, one that is free if there is one.
  const placeOf = arrival.overCapacity ? freePlaceFor : placeAtArrival;
  const place = placeOf(meeting, arrival.channel);
  return {
    id,
    meetingId: meeting.id,
    codeKey: codeKey(codeOfRegistration(id)),
    certificateKey: codeKey(codeOfCertificate(id)),
    wordKey: arrival.word === null ? null : codeKey(wordProof(id, arrival.word)),
    state: place !== null || arrival.overCapacity ? 'inscrita' : 'en_espera',
    channel: arrival.channel,
    name: input.name,
    email: input.email ?? null,
    phone: input.phone ?? null,
    emailKey: matchKey('email', input.email),
    phoneKey: matchKey('phone', input.phone),
    documentKey: matchKey('document', input.document),
    birthKey: matchKey('birth', input.answers.anio_nacimiento?.toString()),
    personId: byPerson ? personId : null,
    lang: arrival.locale,
    guardian:
      input.guardianName && input.guardianContact
        ? { name: input.guardianName, contact: input.guardianContact }
        : null,
    overCapacity: arrival.overCapacity === true && place === null,
    onReserved: place === 'reserved',
    recordedBy: byPerson ? null : personId,
    at: now(),
    importKey: arrival.listKey ?? null,
  };
}

/** What was consented to, each purpose by itself, with the policy that was read. */
function consentsOf(
  { recordedBy, at }: NewRegistration,
  input: RegistrationInput,
  arrival: Arrival,
): NewConsent[] {
  return input.consents.map((purpose) => ({
    purpose,
    policyVersion: currentPolicy.version,
    policySha256: hashPolicy(currentPolicy),
    channel: arrival.channel,
    at: arrival.consentAt ?? at,
    recordedBy,
  }));
}

/** The mail to who just registered. */
function mailFor(meeting: Meeting, state: RegistrationState): RegistrationMail {
  if (state === 'inscrita') return 'registered';
  if (awaitsDraw(meeting)) return 'in_draw';
  return meeting.allocation === 'metas' ? 'waiting_goals' : 'waiting';
}

/**
 * What the shape of the form cannot say: catalogues of this day, a guardian for who is under 18.
 */
export async function checkFields(tx: Tx, input: RegistrationInput): Promise<void> {
  const { localidad: locality } = input.answers;
  const wrong = registrationProblems(input, {
    catalogue: await listOptions(tx, 'es'),
    isLocality: locality !== undefined && (await isLocality(tx, locality)),
    today: now(),
  });
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
}
