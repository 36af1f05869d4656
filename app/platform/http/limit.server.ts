import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { isAppError, rateLimited } from '#app/kernel/errors.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getPool } from '#app/platform/db/db.server.ts';
import type { Visit } from './visit.server.ts';

/** Acts a person or a browser may do in a time: points and seconds. */
const limits = {
  'sign-in': { points: 10, duration: 600 },
  register: { points: 8, duration: 3600 },
  mail: { points: 5, duration: 3600 },
  idea: { points: 20, duration: 3600 },
  support: { points: 120, duration: 600 },
  comment: { points: 30, duration: 3600 },
  registration: { points: 20, duration: 3600 },
  code: { points: 30, duration: 600 },
  report: { points: 20, duration: 3600 },
  letter: { points: 10, duration: 3600 },
} as const;
export type LimitedAct = keyof typeof limits;

/** A hall or a mobile carrier is one address: it may do as much as twenty people. */
const peopleBehindAnAddress = 20;

let limiters = new Map<string, RateLimiterPostgres>();
let pool: unknown;

function limiter(act: LimitedAct, factor: number): RateLimiterPostgres {
  if (pool !== getPool()) {
    pool = getPool();
    limiters = new Map();
  }
  const key = `${act}:${factor}`;
  let found = limiters.get(key);
  if (!found) {
    const { points, duration } = limits[act];
    // Answers after the first refusal come from memory, so that a flood costs the database nothing.
    found = new RateLimiterPostgres({
      storeClient: getPool(),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: key,
      points: points * factor,
      duration,
      inMemoryBlockOnConsumed: points * factor + 1,
    });
    limiters.set(key, found);
  }
  return found;
}

async function consume(act: LimitedAct, factor: number, key: string): Promise<void> {
  try {
    await limiter(act, factor).consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes)
      throw rateLimited('too_many', {
        seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
      });
    throw refused;
  }
}

/** Counts an act against the account (or the browser) first and the address then; refuses with 429. */
export async function limitAct(visit: Visit, act: LimitedAct, account?: string): Promise<void> {
  if (!config().limits) return;
  const who = account ?? visit.actor?.personId ?? deviceKey(visit.device);
  await consume(act, 1, who);
  await consume(act, peopleBehindAnAddress, networkOf(visit.address));
}

/** Finds what a code opens; wrong codes are counted, so that nobody tries them all. */
export async function findByCode<T>(visit: Visit, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') await limitAct(visit, 'code');
    throw error;
  }
}

/** Strangers' addresses together may try one account as often as ten people: a flood from many is slowed. */
const strangersTogether = 10;

/** An address as one visitor has it: of IPv6 the network, since a household has millions of addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [front = '', back = ''] = address.split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back === '' ? [] : back.split(':');
  const filled = address.includes('::')
    ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
    : head;
  return `${filled.slice(0, 4).join(':')}::/64`;
}

/** A browser's name is its secret: it is counted under its hash. */
const deviceKey = (device: string) => createHash('sha256').update(device).digest('base64url');

/** Where an account is tried from: a device that it knows, or else the address. */
const placeOf = (visit: Visit, account: string, isKnown: boolean) =>
  `${account}:${isKnown ? deviceKey(visit.device) : networkOf(visit.address)}`;

/**
 * Counts a try to sign in. Wrong passwords from one place do not lock the account for others: they are
 * counted by account and address, those of a device the account knows by themselves.
 */
export async function limitSignIn(visit: Visit, account: string, isKnown: boolean): Promise<void> {
  if (!config().limits) return;
  try {
    await consume('sign-in', 1, placeOf(visit, account, isKnown));
    if (!isKnown) await consume('sign-in', strangersTogether, account);
    await consume('sign-in', peopleBehindAnAddress, networkOf(visit.address));
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw rateLimited('sign_in_paused', error.params);
  }
}

/** Forgets the tries from one place: who signed in at last is not slowed down by earlier mistakes. */
export async function forgiveSignIn(
  visit: Visit,
  account: string,
  isKnown: boolean,
): Promise<void> {
  if (config().limits) await limiter('sign-in', 1).delete(placeOf(visit, account, isKnown));
}
