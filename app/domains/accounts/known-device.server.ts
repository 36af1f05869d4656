import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#app/platform/config/config.server.ts';
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';

const cookieName = 'conocido';
/** A shared computer is known to so many accounts; the last ones. */
const mostAccounts = 5;
const seconds = 90 * 86_400;

/** What only this installation can say: that this account was once signed in on this device. */
function proofOf(account: string, device: string): string {
  return createHmac('sha256', config().appSecret)
    .update(`known-device:${account}:${device}`)
    .digest('base64url')
    .slice(0, 22);
}

const proofsIn = (cookies: string | null) =>
  (readCookie(cookies, cookieName) ?? '').split('.', mostAccounts).filter((each) => each !== '');

/**
 * Whether this account was signed in before on the browser that asks. It opens nothing: others' wrong
 * passwords do not count against it (OWASP, device cookies).
 */
export function isKnownDevice(visit: Visit, cookies: string | null, account: string): boolean {
  const proof = Buffer.from(proofOf(account, visit.device));
  return proofsIn(cookies).some((given) => {
    const each = Buffer.from(given);
    return each.length === proof.length && timingSafeEqual(each, proof);
  });
}

/** Has the browser prove from now on that this account was signed in on it. */
export function rememberDevice(visit: Visit, cookies: string | null, account: string): void {
  const proof = proofOf(account, visit.device);
  const others = proofsIn(cookies).filter((each) => each !== proof);
  const value = [proof, ...others].slice(0, mostAccounts).join('.');
  visit.cookies.push(
    writeCookie(cookieName, value, { maxAge: seconds, secure: visit.facts.secure }),
  );
}
