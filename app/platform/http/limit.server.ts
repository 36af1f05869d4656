import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from '#app/kernel/errors.ts';
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
  const who = account ?? visit.actor?.personId ?? visit.device;
  await consume(act, 1, who);
  await consume(act, peopleBehindAnAddress, visit.address);
}

/** Forgets what an account did so far: who signed in at last is not slowed down by earlier mistakes. */
export async function forgiveAct(act: LimitedAct, account: string): Promise<void> {
  if (config().limits) await limiter(act, 1).delete(account);
}
