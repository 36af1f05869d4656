import { createHash, createHmac } from 'node:crypto';
import { codeOf } from '#app/kernel/ids.ts';
import { config } from '#app/platform/config/config.server.ts';

/**
 * A keyed hash under which alike contacts, documents and years of birth are found, and nothing can
 * be read.
 */
export function matchKey(
  kind: 'email' | 'phone' | 'document' | 'birth' | 'row',
  value: string | null | undefined,
): string | null {
  return value === null || value === undefined || value === ''
    ? null
    : createHmac('sha256', config().appSecret)
        .update(`registration.${kind}:${value}`)
        .digest('base64url');
}

/**
 * The code of a registration, for its page and its mails: 80 bits that only this installation's
 * secret gives. It is not stored, so that who reads the table can open nobody's page.
 */
export function codeOfRegistration(id: string): string {
  return codeOf(
    createHmac('sha256', config().appSecret).update(`registration.code:${id}`).digest(),
  );
}

/** The code of a registration's certificate: it proves attendance and opens nothing. */
export function codeOfCertificate(id: string): string {
  return codeOf(
    createHmac('sha256', config().appSecret).update(`registration.certificate:${id}`).digest(),
  );
}

/**
 * What is stored of a registration's code or of a mailed link: its SHA-256, so that a leaked table
 * opens no page.
 */
export function codeKey(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
