import { createHash, createHmac } from 'node:crypto';
import { codeOf } from '#app/kernel/ids.ts';
import { config } from '#app/platform/config/config.server.ts';

/**
 * The code that shows a letter to who wrote it: 80 bits that only this installation's secret gives. It is
 * not stored, so that who reads the table opens nobody's page.
 */
export function codeOfLetter(id: string): string {
  return codeOf(createHmac('sha256', config().appSecret).update(`letters.code:${id}`).digest());
}

/** What is stored of a code: its SHA-256. */
export function codeKey(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
