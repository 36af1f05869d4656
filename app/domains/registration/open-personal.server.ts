import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { conflict, notFound, rateLimited } from '#app/kernel/errors.ts';
import { newSecret } from '#app/kernel/ids.ts';
import { forgetAct } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { isQueued } from '#app/platform/mail/queue-mail.server.ts';
import { readOwnAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import type { Answers } from '#app/domains/declarations/types.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { findMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { deletePass, keepLink, openByLink, openByWord, selectPass } from './access.store.server.ts';
import { selectReachable } from './contact.store.server.ts';
import { mailLink } from './jobs.ts';
import { codeKey } from './match-keys.server.ts';
import { wordProof } from './own-word.server.ts';
import { personalMinutes } from './rules.ts';
import { selectFile, selectRegistration } from './store.server.ts';
import { tell } from './tell-person.server.ts';
import type { RegistrationFile, RegistrationView } from './types.ts';

/**
 * The personal part of a registration. Neither its code nor its contact opens it, since others know
 * both: it opens for a quarter of an hour to who opens a link sent to the contact or says the word
 * that only they were given, and to the account that it is in.
 */

/**
 * What a browser showed: of which registration it proves to be the person, the secret that the
 * database checks, and whose mailbox opened it.
 */
export type Proof = { registrationId: string; secret: string; mailKey: string | null };

/** The name of the cookie that holds a pass, and for who gave no mail the word, while it is shown. */
export const passCookie = 'inscripcion';
export const passSeconds = personalMinutes * 60;
const passEnd = (): Date => new Date(now().getTime() + passSeconds * 1000);

/** How the address of a registration's page carries a mailed link. */
export const linkQuery = '?enlace=';

/** The hash of an address as the protected schema keeps it. */
export function mailKeyOf(address: string): string {
  return codeKey(address.toLowerCase());
}

/** What a cookie's value holds. */
export function readPassCookie(value: string | null): { pass: string; word: string | null } {
  const [pass = '', word] = (value ?? '').split('.');
  return { pass, word: word?.replaceAll('-', ' ') ?? null };
}

/** A cookie's value. */
export function passValue(opened: { pass: string; word?: string | null }): string {
  return opened.word ? `${opened.pass}.${opened.word.replaceAll(' ', '-')}` : opened.pass;
}

/**
 * The proof that who asks is the person of a registration, or null. Who runs the meeting has none of
 * others', whatever their browser holds.
 */
export async function findProof(
  db: Db,
  { registration, meeting }: { registration: RegistrationView; meeting: Meeting },
  by: { actor: Actor | null; token: string | null; cookie: string | null },
): Promise<Proof | null> {
  const { actor, token } = by;
  if (actor?.personId && actor.personId === registration.personId && token)
    return {
      registrationId: registration.id,
      secret: token,
      mailKey: actor.email && actor.emailVerified ? mailKeyOf(actor.email) : null,
    };
  const { pass } = readPassCookie(by.cookie);
  if (pass === '' || canRunMeeting(actor, meeting).allowed) return null;
  const found = await selectPass(db, pass, now());
  return found?.registrationId === registration.id
    ? { registrationId: registration.id, secret: pass, mailKey: found.mailKey }
    : null;
}

/** Opens for who registers, in the transaction that writes the registration and its word. */
export async function openAtOnce(tx: Tx, registrationId: string, word: string): Promise<string> {
  const pass = newSecret();
  await openByWord(tx, {
    registrationId,
    word: wordProof(registrationId, word),
    passKey: codeKey(pass),
    at: now(),
    until: passEnd(),
  });
  return pass;
}

async function holdByCode(tx: Tx, code: string): Promise<RegistrationView> {
  const registration = await selectRegistration(tx, { codeKey: codeKey(code) });
  if (!registration) throw notFound('page_not_found');
  return registration;
}

async function noteOpened(tx: Tx, actor: Actor | null, id: string, by: string): Promise<void> {
  await recordAudit(tx, actor ?? visitorActor, {
    action: 'registration.registration-opened',
    subjectKind: 'registration',
    subjectId: id,
    data: { by },
  });
}

/** Opens by the word; a wrong one is counted, and the tenth of a day closes this way. */
export async function proveWord(actor: Actor | null, code: string, typed: string): Promise<string> {
  const pass = newSecret();
  const outcome = await inTransaction(async (tx) => {
    const { id } = await holdByCode(tx, code);
    const answer = await openByWord(tx, {
      registrationId: id,
      word: wordProof(id, typed),
      passKey: codeKey(pass),
      at: now(),
      until: passEnd(),
    });
    if (answer === 'open') await noteOpened(tx, actor, id, 'word');
    return answer;
  });
  // Refused after the transaction, so that the count of wrong words stays.
  if (outcome === 'closed') throw rateLimited('too_many', { seconds: 86_400 });
  if (outcome === 'wrong') throw fieldErrors({ palabra: 'word_wrong' });
  return pass;
}

/** Asks the worker for a link to the contact. Without a mail address nothing is sent; the answer is the same. */
export async function askForLink(code: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { id } = await holdByCode(tx, code);
    await enqueue(tx, mailLink, { registrationId: id });
  });
}

/** Makes and mails a link that opens the personal part once: the worker's, so that no web process knows it. */
export async function mailPersonalLink(registrationId: string, mailId?: string): Promise<void> {
  await inTransaction(async (tx) => {
    const registration = await selectRegistration(tx, { id: registrationId });
    const meeting = registration && (await findMeeting(tx, registration.meetingId));
    const person = await selectReachable(tx, registrationId);
    if (!meeting || !person?.email || (await isQueued(tx, mailId))) return;
    const token = newSecret();
    await keepLink(tx, {
      key: codeKey(token),
      registrationId,
      address: person.email,
      until: passEnd(),
    });
    await tell(tx, person, meeting, 'personal_link', { query: `${linkQuery}${token}`, mailId });
  });
}

/** Uses a mailed link; it works once and only for its registration. */
export async function spendLink(actor: Actor | null, code: string, link: string): Promise<string> {
  return await inTransaction(async (tx) => {
    const { id } = await holdByCode(tx, code);
    const pass = newSecret();
    const opened = await openByLink(tx, {
      registrationId: id,
      link,
      passKey: codeKey(pass),
      at: now(),
      until: passEnd(),
    });
    if (!opened) throw conflict('personal_link_over');
    await noteOpened(tx, actor, id, 'link');
    return pass;
  });
}

/**
 * Under which is noted what a browser registered last. Who signs in afterwards on a shared browser, to run
 * the meeting, is somebody else.
 */
export const hereKey = (actor: Actor | null, device: string) =>
  codeKey(`registration.made-on:${device}:${actor?.personId ?? ''}`);

/** The browser showed what it registered: a form that is sent there again is no accident. */
export async function noteShown(here: string): Promise<void> {
  await inTransaction(async (tx) => {
    await forgetAct(tx, here);
  });
}

/** Ends what a browser's pass opens. */
export async function closePersonal(pass: string): Promise<void> {
  await inTransaction(async (tx) => {
    await deletePass(tx, pass);
  });
}

/** The personal part, with what the person declared where the proof opens it; the reading leaves an audit row. */
export async function readPersonal(
  actor: Actor | null,
  registrationId: string,
  proof: string,
): Promise<{ file: RegistrationFile; answers: Answers | null } | null> {
  return await inTransaction(async (tx) => {
    const file = await selectFile(tx, registrationId);
    return (
      file && {
        file,
        answers: await readOwnAnswers(tx, actor ?? visitorActor, registrationId, proof),
      }
    );
  });
}
