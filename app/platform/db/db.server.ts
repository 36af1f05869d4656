import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/schema.d.ts';
import { config } from '#app/platform/config/config.server.ts';
import { unavailable } from '#app/kernel/errors.ts';

export type Tx = Transaction<DB>;
/** What a store takes first: the database, or a transaction of it. */
export type Db = Kysely<DB>;

// Counts come as bigint from count(*); ours stay far below 2^53.
pg.types.setTypeParser(20, Number);
// Dates without time stay texts: a Date would shift them by the machine's zone.
pg.types.setTypeParser(1082, (text) => text);

let pool: pg.Pool | undefined;
let kysely: Kysely<DB> | undefined;
const counters = { queries: 0 };

/** Statements that a process has named; texts put together at random are not worth a plan each. */
const names = new Map<string, string>();
const mostNames = 600;
/** One statement that reads or writes rows; what migrations send together cannot be prepared. */
const isPlanned = (text: string) => /^\s*(select|with|insert|update|delete)\b[^;]*$/i.test(text);

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < mostNames && isPlanned(text))
    names.set(text, (name = `s${names.size}`));
  return name;
}

/**
 * A connection that prepares each statement once: parsing and planning cost more than most of ours
 * take to run.
 */
class PreparingClient extends pg.Client {
  // `pg` declares query() many times over; here only the form that Kysely and the libraries use is
  // changed.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    const send = super.query.bind(this) as (...args: unknown[]) => unknown;
    return (name ? send({ name, text, values }, ...rest) : send(...given)) as never;
  }
}

/**
 * Opens a pool on a database; statements over 15 s are stopped, so that one request cannot hold a
 * connection (0: none are). Two hundred people at once wait their turn for a connection rather than
 * be refused; a database that is away says so at once.
 */
export function openPool(connectionString: string, max = 10, longest = 15_000): pg.Pool {
  const opened = new pg.Pool({
    Client: PreparingClient,
    connectionString,
    max,
    connectionTimeoutMillis: 20_000,
    statement_timeout: longest,
    idleTimeoutMillis: 30_000,
  });
  opened.on('error', () => undefined); // an idle connection that breaks is replaced at the next use
  return opened;
}

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
export function getPool(): pg.Pool {
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
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03', // shutting down, crashed, starting up
  '53300', // too many connections
]);

/** Whether the database could not be reached (the page then answers 503). */
export function isAway(error: unknown): boolean {
  return (
    awayCodes.has(errorCode(error) ?? '') ||
    (error instanceof Error &&
      /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  );
}

/** Turns a lost database into the refusal people understand. */
export function asUnavailable(error: unknown): unknown {
  // A statement that took longer than any of ours should was stopped.
  if (errorCode(error) === '57014') return unavailable('took_too_long');
  return isAway(error) ? unavailable('database_away') : error;
}
