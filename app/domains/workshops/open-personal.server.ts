import { createHmac, timingSafeEqual } from 'node:crypto';
import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/decision.ts';
import { conflict, forbidden } from '#app/kernel/errors.ts';
import { newSecret } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { eraseAnswers, readOwnAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import type { Answers } from '#app/domains/declarations/types.ts';
import { lockByCode } from './change-registration.server.ts';
import { codeKey, matchKey } from './match-keys.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { claimRegistration, deleteOpenSupports, insertPersonalLink, insertSupports, revokeConsent, selectContactKeys, selectFile, selectReachable, spendPersonalLink, updatePersonal } from './registration.store.server.ts';
import { changeDecision, personalMinutes, readPhone } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { Purpose, RegistrationFile } from './types.ts';

/**
 * The personal part of a registration. The code alone never shows it: it opens for a quarter of an hour to who writes the
 * contact that was given, who opens a link sent there, or who registered while signed in.
 */

function sign(registrationId: string, until: number): string {
  return createHmac('sha256', config().appSecret).update(`registration.open:${registrationId}.${until}`).digest('base64url');
}

/** What a cookie holds to prove, for a while, that somebody showed to be the person of a registration. */
export function openPass(registrationId: string): { value: string; seconds: number } {
  const until = now().getTime() + personalMinutes * 60_000;
  return { value: `${registrationId}.${until}.${sign(registrationId, until)}`, seconds: personalMinutes * 60 };
}

/** Whether a cookie's value opens the personal part of this registration now. */
export function hasPass(value: string | null, registrationId: string): boolean {
  const [id, until, signature] = (value ?? '').split('.');
  if (id !== registrationId || !/^\d{1,16}$/.test(until ?? '') || Number(until) <= now().getTime()) return false;
  const right = Buffer.from(sign(registrationId, Number(until)));
  const given = Buffer.from(signature ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Checks the contact that somebody writes against the one given; a wrong one is a field error. */
export async function proveContact(actor: Actor | null, code: string, contact: string): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    const keys = await selectContactKeys(tx, registration.id);
    const phone = readPhone(contact);
    const right = keys?.emailKey === matchKey('email', contact.trim().toLowerCase()) || (phone !== null && keys?.phoneKey === matchKey('phone', phone));
    if (!right) throw fieldErrors({ contacto: 'contact_wrong' });
    await recordAudit(tx, actor ?? visitorActor, { action: 'workshops.registration-opened', subjectKind: 'registration', subjectId: registration.id, data: { by: 'contact' } });
    return { id: registration.id };
  });
}

/** Sends a link that opens the personal part once. Without a mail address nothing is sent; the answer is the same. */
export async function mailPersonalLink(code: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    const person = await selectReachable(tx, registration.id);
    if (!person?.email) return;
    const token = newSecret();
    await insertPersonalLink(tx, { key: codeKey(token), registrationId: registration.id, at: now(), expiresAt: new Date(now().getTime() + personalMinutes * 60_000) });
    await tell(tx, person, meeting, 'personal_link', { query: `?enlace=${token}` });
  });
}

/** Uses a mailed link; it works once and only for its registration. */
export async function spendLink(actor: Actor | null, code: string, token: string): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    const found = await spendPersonalLink(tx, codeKey(token), now());
    if (found !== registration.id) throw conflict('personal_link_over');
    await recordAudit(tx, actor ?? visitorActor, { action: 'workshops.registration-opened', subjectKind: 'registration', subjectId: registration.id, data: { by: 'link' } });
    return { id: registration.id };
  });
}

/** The personal part, with what the person declared; reading it leaves an audit row. The caller has seen the proof. */
export async function readPersonal(actor: Actor | null, registrationId: string): Promise<{ file: RegistrationFile; answers: Answers | null } | null> {
  return await inTransaction(async (tx) => {
    const file = await selectFile(tx, registrationId);
    return file && { file, answers: await readOwnAnswers(tx, actor ?? visitorActor, registrationId) };
  });
}

export type PersonalInput = { nombre: string; correo?: string | undefined; telefono?: string | undefined; apoyo: string[]; apoyo_otro?: string | undefined };

/** Corrects name, contact and requests for support; requests already answered stay. */
export async function correctPersonal(actor: Actor | null, code: string, input: PersonalInput): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(changeDecision(meeting, registration.state, now()));
    const keys = { emailKey: matchKey('email', input.correo), phoneKey: matchKey('phone', input.telefono) };
    await updatePersonal(tx, registration.id, { name: input.nombre, email: input.correo ?? null, phone: input.telefono ?? null, ...keys });
    await deleteOpenSupports(tx, registration.id, input.apoyo);
    await insertSupports(tx, registration.id, input.apoyo.map((need) => ({ need, note: need === 'otro' ? (input.apoyo_otro ?? '') : '' })));
    await noteDuplicates(tx, { id: registration.id, meetingId: meeting.id, name: input.nombre, ...keys, documentKey: null, birthKey: null });
    await recordAudit(tx, actor ?? visitorActor, { action: 'workshops.registration-changed', subjectKind: 'registration', subjectId: registration.id });
  });
}

/** Withdraws one purpose; that of the statistics deletes what was declared at once. */
export async function withdrawConsent(actor: Actor | null, code: string, purpose: Exclude<Purpose, 'inscripcion'>): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    if (!(await revokeConsent(tx, registration.id, purpose, now()))) return;
    const who = actor ?? visitorActor;
    await recordAudit(tx, who, { action: 'workshops.consent-withdrawn', subjectKind: 'registration', subjectId: registration.id, data: { purpose } });
    if (purpose === 'estadistica') await eraseAnswers(tx, who, [registration.id], 'withdrawn');
  });
}

/** Takes a registration into the account of who is signed in. */
export async function adoptRegistration(actor: Actor, code: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!actor.personId) throw forbidden('sign_in_first');
    const { registration } = await lockByCode(tx, code);
    if (registration.personId && registration.personId !== actor.personId) throw conflict('registration_cancelled');
    await claimRegistration(tx, registration.id, actor.personId);
    await recordAudit(tx, actor, { action: 'workshops.registration-changed', subjectKind: 'registration', subjectId: registration.id, data: { adopted: true } });
  });
}
