import { PgBoss } from 'pg-boss';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { readClockOffset } from '#app/platform/clock/read-offset.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { handlers, longSweeps, sweeps } from '#app/subjects.server.ts';

/** The worker: takes jobs from the queue, and once a minute does what fell due by the application's time. */

const url = config().workerUrl ?? config().databaseUrl!;
useDatabase(url, 5);
useQueue(url);

const boss = new PgBoss({
  connectionString: url,
  max: 4,
  migrate: false,
  createSchema: false,
  schedule: false,
});
boss.on('error', (error) => log.warn({ err: error }, 'queue'));
await boss.start();
for (const handler of handlers) {
  await boss.work(handler.name, { pollingIntervalSeconds: 1, batchSize: 5 }, async (jobs) => {
    for (const job of jobs) await handler.run(job.data);
  });
}

let stopping = false;

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
const follow = setInterval(
  () => void readClockOffset().then(setClockOffset, () => undefined),
  2000,
);
const timer = setInterval(
  () => {
    void sweep();
    void sweepLong();
  },
  config().demo ? 15_000 : 60_000,
);
await sweep();
void sweepLong();
process.send?.({ ready: true });

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(timer);
  clearInterval(follow);
  await boss.stop({ graceful: true, timeout: 5000 });
  await closeQueue();
  await closeDatabase();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => undefined);
process.on('disconnect', () => void stop());
