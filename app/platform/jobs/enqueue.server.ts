import { PgBoss, fromKysely } from 'pg-boss';
import { config } from '#app/platform/config/config.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { openPool } from '#app/platform/db/pool.server.ts';
import type { Job } from './define-job.ts';

type Sender = { boss: PgBoss; close: () => Promise<void> };

let starting: Promise<Sender> | undefined;
let url: string | undefined;

/** Makes the queue of this process use the given database (tests; composition roots use DATABASE_URL). */
export function useQueue(connectionString: string): void {
  url = connectionString;
  starting = undefined;
}

/**
 * Web processes only insert: the owner makes the queue's tables, the worker supervises them. What it reads beside
 * the command's transaction goes over a connection of its own: with the pool's, ten transactions at once would
 * wait for an eleventh connection.
 */
async function startSender(): Promise<Sender> {
  const pool = openPool(url ?? config().databaseUrl!, 1);
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await pool.query(text, values) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'queue'));
  const close = async () => {
    await boss.stop({ graceful: false });
    await pool.end();
  };
  try {
    await boss.start();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { boss, close };
}

/** The sender of this process. One that could not start is not kept: the next act tries again. */
async function sender(): Promise<PgBoss> {
  const asked = (starting ??= startSender());
  try {
    return (await asked).boss;
  } catch (error) {
    if (starting === asked) starting = undefined;
    throw error;
  }
}

/** Whether this process can add jobs. */
export async function canEnqueue(): Promise<boolean> {
  return await sender().then(
    () => true,
    () => false,
  );
}

/** Adds a job in the command's own transaction: it commits or vanishes with its change. */
export async function enqueue<P extends object>(
  tx: Tx,
  job: Job<P>,
  payload: P,
  options: { startAfter?: Date; once?: string } = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(job.name, job.payload.parse(payload), {
    db: fromKysely(tx),
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
    ...(options.once ? { singletonKey: options.once } : {}),
  });
}

/** Ends the queue's connection of this process. */
export async function closeQueue(): Promise<void> {
  const begun = await starting?.catch(() => undefined);
  starting = undefined;
  await begun?.close();
}
