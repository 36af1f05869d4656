import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { now } from '#app/platform/clock/clock.server.ts';
import { countQueries, getDb, getPool } from '#app/platform/db/db.server.ts';
import { countJobs } from '#app/platform/jobs/count-jobs.server.ts';

const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether the asker may read: by the token where there is one, else by being on this machine. */
export function isMetricsReader(
  token: string | undefined,
  authorization: string | null,
  address: string,
): boolean {
  if (token === undefined) return local.includes(address);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

let registry: Registry | undefined;

/**
 * One registry a process, made at the first reading; each value is taken when it is asked for, so requests
 * cost nothing.
 */
function metrics(): Registry {
  if (registry) return registry;
  const made = (registry = new Registry());
  collectDefaultMetrics({ register: made });
  const gauge = (
    name: string,
    help: string,
    collect: (gauge: Gauge<string>) => void | Promise<void>,
    labelNames: string[] = [],
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [made],
      async collect() {
        await collect(this as Gauge<string>);
      },
    });
  gauge('convite_db_statements', 'Statements this process has sent to the database', (own) =>
    own.set(countQueries()),
  );
  gauge(
    'convite_db_connections',
    'Connections of this process by state',
    (own) => {
      const pool = getPool();
      own.set({ state: 'open' }, pool.totalCount);
      own.set({ state: 'idle' }, pool.idleCount);
      own.set({ state: 'waited_for' }, pool.waitingCount);
    },
    ['state'],
  );
  gauge('convite_clock_seconds', "The application's time, in seconds since the epoch", (own) =>
    own.set(now().getTime() / 1000),
  );
  gauge(
    'convite_jobs',
    'Jobs of the queue by state',
    async (own) => {
      own.reset();
      // Without the database the process still reports on itself.
      for (const row of await countJobs(getDb()).catch(() => []))
        own.set({ state: row.state }, row.count);
    },
    ['state'],
  );
  return registry;
}

/** Everything this process measures, in Prometheus' text format. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const all = metrics();
  return { text: await all.metrics(), contentType: all.contentType };
}
