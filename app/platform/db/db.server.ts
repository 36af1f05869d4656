import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { DB } from '#db/schema.d.ts';
import { config } from '#app/platform/config/config.server.ts';
import { unavailable } from '#app/kernel/errors.ts';
import { openPool, type WatchedPool } from './pool.server.ts';

export { openPool } from './pool.server.ts';

export type Tx = Transaction<DB>;
/** What a store takes first: the database, or a transaction of it. */
export type Db = Kysely<DB>;

let pool: WatchedPool | undefined;
let kysely: Kysely<DB> | undefined;
const counters = { queries: 0 };

/** A Kysely handle over a pool, counting the statements it sends. */
export function openKysely(over: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: over }),
    log: () => void (counters.queries += 1),
  });
}

/** Makes this process use the given database; called once by each composition root and by tests. */
export function useDatabase(connectionString: string, max?: number): void {
  pool = openPool(connectionString, max);
  kysely = openKysely(pool);
}

/** The database of this process. */
export function getDb(): Db {
  if (!kysely) {
    const url = config().databaseUrl;
    if (!url) throw new Error('DATABASE_URL is not set for this process');
    useDatabase(url);
  }
  return kysely!;
}

/** The connection pool of this process, for the few libraries that speak `pg` themselves. */
export function getPool(): WatchedPool {
  getDb();
  return pool!;
}

/** Closes the pool; used at the end of a process and of a test file. */
export async function closeDatabase(): Promise<void> {
  await kysely?.destroy();
  if (pool && !pool.ended) await pool.end(); // Kysely leaves a pool open that it has not used itself
  kysely = undefined;
  pool = undefined;
}

/** How many statements this process has sent: tests count the queries of a page with it. */
export function countQueries(): number {
  return counters.queries;
}

/**
 * The one place that opens a transaction; only commands call it, once each, with no network inside.
 * A deadlock or serialisation failure is tried again twice: the command's story is safe to repeat,
 * since nothing of it was kept.
 */
export async function inTransaction<T>(story: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await getDb().transaction().execute(story);
    } catch (error) {
      const code = errorCode(error);
      if (attempt < 3 && (code === '40P01' || code === '40001')) continue;
      throw error;
    }
  }
}

function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Whether the error is the violation of this named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return (error as { constraint?: unknown } | null)?.constraint === constraint;
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01',
  '57P02',
  '57P03', // shutting down, crashed, starting up
  '53300', // too many connections
  '08003',
  '08006', // the connection was lost
  '08007', // whether it was kept is not known
  '25006', // a copy that only reads, while another takes over
]);
const awayWords = new RegExp(
  [
    'timeout exceeded when trying to connect',
    'Connection terminated',
    'connection error and is not queryable',
    'Client was closed and is not queryable',
  ].join('|'),
);

/** Whether the database could not be reached (the page then answers 503). */
export function isAway(error: unknown): boolean {
  return (
    awayCodes.has(errorCode(error) ?? '') ||
    (error instanceof Error && awayWords.test(error.message))
  );
}

/** What follows, unless the database only reads now: for what can as well be written another time. */
export async function whereWritable(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (errorCode(error) !== '25006') throw error;
  }
}

/** Out of space, out of memory, a disk that no longer writes: nothing can be kept for now. */
const fullCodes = new Set(['53100', '53200', '58030', 'ENOSPC', 'EDQUOT']);

/** Turns a lost database, and one that has no space left, into the refusal people understand. */
export function asUnavailable(error: unknown): unknown {
  // A statement that took longer than any of ours should was stopped.
  if (errorCode(error) === '57014') return unavailable('took_too_long');
  if (fullCodes.has(errorCode(error) ?? '')) return unavailable('disk_full');
  return isAway(error) ? unavailable('database_away') : error;
}
