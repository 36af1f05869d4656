import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { isAppError } from '#app/kernel/errors.ts';
import { followCity } from '#app/platform/city/read-city.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { readClockOffset } from '#app/platform/clock/read-offset.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { asUnavailable, closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { endAbandoned } from '#app/platform/db/embedded.server.ts';
import { openPool } from '#app/platform/db/pool.server.ts';
import type { Handler } from '#app/platform/jobs/define-job.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';
import { endWithParent } from '#app/platform/processes/end-with-parent.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { handlers, longSweeps, sweeps } from '#app/subjects.server.ts';

/** The worker: takes jobs from the queue, and once a minute does what fell due by the application's time. */

let stopping = false;
const timers: NodeJS.Timeout[] = [];
const url = config().workerUrl ?? config().databaseUrl!;
useDatabase(url, 5);
useQueue(url);
// The queue has connections of its own: what waits for a place in the other pool must not wait for itself.
const pool = openPool(url, 4);

const boss = new PgBoss({
  db: { executeSql: async (text, values) => await pool.query(text, values) },
  migrate: false,
  createSchema: false,
  schedule: false,
  superviseIntervalSeconds: 20,
});
boss.on('error', (error) => log.warn({ err: error }, 'queue'));
endWithParent(stop);

/** A database that is away now is waited for: to die of it would help nobody. */
for (let wait = 500; ; wait = Math.min(wait * 2, 10_000)) {
  try {
    await boss.start();
    break;
  } catch (error) {
    if (!isAppError(asUnavailable(error))) throw error;
    log.warn({ err: error }, 'queue');
    await pause(wait);
  }
}
/** Does a job; one that fails is tried again by itself, and those that were taken with it go on. */
async function attempt(handler: Handler, job: { id: string; data: unknown }): Promise<void> {
  try {
    await handler.run(job.data, job.id);
  } catch (error) {
    log.warn({ err: error, job: handler.name, id: job.id }, 'job');
    // The reason is in the log, which repeats nobody's address; the queue keeps its rows for a month.
    const name = error instanceof Error ? error.name : 'Error';
    await boss.fail(handler.name, job.id, { name });
  }
}
// What waits is taken within half a second; a queue with more than it takes at once is emptied without a pause.
for (const handler of handlers) {
  await boss.work(
    handler.name,
    { pollingIntervalSeconds: 0.5, batchSize: 5, burstWhenBatchFull: true },
    async (jobs) => {
      for (const job of jobs) await attempt(handler, job);
    },
  );
}

/** Does what fell due, one after another; a round that still runs is not begun again. */
function roundOf(sweeps: Record<string, () => Promise<void>>): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    try {
      setClockOffset(await readClockOffset());
      for (const [name, run] of Object.entries(sweeps)) {
        if (stopping) return;
        await run().catch((error: unknown) => {
          // What a stop cuts off is done after the next start.
          if (!stopping) log.error({ err: error, sweep: name }, 'sweep');
        });
      }
    } catch (error) {
      log.warn({ err: error }, 'sweep');
    } finally {
      running = false;
    }
  };
}
const sweep = roundOf(sweeps);
const sweepLong = roundOf(longSweeps);
// A moved clock is followed every two seconds; what it makes due then runs at the next minute's sweep at most.
timers.push(
  await followCity(),
  setInterval(() => void readClockOffset().then(setClockOffset, () => undefined), 2000),
  setInterval(
    () => {
      void sweep();
      void sweepLong();
    },
    config().demo ? 15_000 : 60_000,
  ),
);
await sweep();
void sweepLong();
process.send?.({ ready: true });

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  timers.forEach(clearInterval);
  await boss.stop({ graceful: true, timeout: 5000 });
  await pool.end();
  await closeQueue();
  await closeDatabase();
  // Killed without a word, the start has left its database behind.
  if (!process.connected && config().embedded) endAbandoned(config().dataDir);
}
