import { PgBoss, fromKysely } from 'pg-boss';
import { config } from '#app/platform/config/config.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Job } from './define-job.ts';

let starting: Promise<PgBoss> | undefined;
let url: string | undefined;

/** Makes the queue of this process use the given database (tests; composition roots use DATABASE_URL). */
export function useQueue(connectionString: string): void {
  url = connectionString;
  starting = undefined;
}

/** Web processes only insert: the owner makes the queue's tables, the worker supervises them. */
async function sender(): Promise<PgBoss> {
  starting ??= (async () => {
    const boss = new PgBoss({
      connectionString: url ?? config().databaseUrl!,
      max: 1,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    boss.on('error', (error) => log.warn({ err: error }, 'queue'));
    return await boss.start();
  })();
  return await starting;
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
  const boss = await starting?.catch(() => undefined);
  starting = undefined;
  await boss?.stop({ graceful: false });
}
