import { createHmac, timingSafeEqual } from 'node:crypto';
import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newSecret } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { readOwnAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import type { Answers } from '#app/domains/declarations/types.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { codeKey, matchKey } from './match-keys.server.ts';
import { selectContactKeys, selectReachable } from './contact.store.server.ts';
import { insertPersonalLink, spendPersonalLink } from './link.store.server.ts';
import { selectFile } from './store.server.ts';
import { personalMinutes, readPhone } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { RegistrationFile } from './types.ts';

/**
 * The personal part of a registration. The code alone never shows it: it opens for a quarter of an
 * hour to who writes the contact that was given, who opens a link sent there, or who registered
 * while signed in.
 */

function sign(registrationId: string, until: number): string {
  return createHmac('sha256', config().appSecret)
    .update(`registration.open:${registrationId}.${until}`)
    .digest('base64url');
}

/**
 * What a cookie holds to prove, for a while, that somebody showed to be the person of a
 * registration.
 */
export function openPass(registrationId: string): { value: string; seconds: number } {
  const until = now().getTime() + personalMinutes * 60_000;
  return {
    value: `${registrationId}.${until}.${sign(registrationId, until)}`,
    seconds: personalMinutes * 60,
  };
}

/** Whether a cookie's value opens the personal part of this registration now. */
export function hasPass(value: string | null, registrationId: string): boolean {
  const [id, until, signature] = (value ?? '').split('.');
  if (id !== registrationId || !/^\d{1,16}$/.test(until ?? '') || Number(until) <= now().getTime())
    return false;
  const right = Buffer.from(sign(registrationId, Number(until)));
  const given = Buffer.from(signature ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Whether the personal part is open: to who holds the pass, or whose account it is in. */
export function isOpenTo(
  registration: { id: string; personId: string | null },
  by: { pass: string | null; personId: string | null | undefined },
): boolean {
  return (
    hasPass(by.pass, registration.id) ||
    (registration.personId !== null && registration.personId === by.personId)
  );
}

/** Checks the contact that somebody writes against the one given; a wrong one is a field error. */
export async function proveContact(
  actor: Actor | null,
  code: string,
  contact: string,
): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    const keys = await selectContactKeys(tx, registration.id);
    const phone = readPhone(contact);
    const right =
      keys?.emailKey === matchKey('email', contact.trim().toLowerCase()) ||
      (phone !== null && keys?.phoneKey === matchKey('phone', phone));
    if (!right) throw fieldErrors({ contacto: 'contact_wrong' });
    await recordAudit(tx, actor ?? visitorActor, {
      action: 'registration.registration-opened',
      subjectKind: 'registration',
      subjectId: registration.id,
      data: { by: 'contact' },
    });
    return { id: registration.id };
  });
}

/**
 * Sends a link that opens the personal part once. Without a mail address nothing is sent; the
 * answer is the same.
 */
export async function mailPersonalLink(code: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    const person = await selectReachable(tx, registration.id);
    if (!person?.email) return;
    const token = newSecret();
    await insertPersonalLink(tx, {
      key: codeKey(token),
      registrationId: registration.id,
      at: now(),
      expiresAt: new Date(now().getTime() + personalMinutes * 60_000),
    });
    await tell(tx, person, meeting, 'personal_link', { query: `?enlace=${token}` });
  });
}

/** Uses a mailed link; it works once and only for its registration. */
export async function spendLink(
  actor: Actor | null,
  code: string,
  token: string,
): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    const found = await spendPersonalLink(tx, codeKey(token), now());
    if (found !== registration.id) throw conflict('personal_link_over');
    await recordAudit(tx, actor ?? visitorActor, {
      action: 'registration.registration-opened',
      subjectKind: 'registration',
      subjectId: registration.id,
      data: { by: 'link' },
    });
    return { id: registration.id };
  });
}

/**
 * The personal part, with what the person declared; reading it leaves an audit row. The caller has
 * seen the proof.
 */
export async function readPersonal(
  actor: Actor | null,
  registrationId: string,
): Promise<{ file: RegistrationFile; answers: Answers | null } | null> {
  return await inTransaction(async (tx) => {
    const file = await selectFile(tx, registrationId);
    return (
      file && { file, answers: await readOwnAnswers(tx, actor ?? visitorActor, registrationId) }
    );
  });
}
