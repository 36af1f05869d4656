import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import {
  closeDatabase,
  getDb,
  openKysely,
  openPool,
  useDatabase,
  type Db,
} from '#app/platform/db/db.server.ts';
import { startEmbedded } from '#app/platform/db/embedded.server.ts';
import { migrateDatabase } from '#app/platform/db/migrate.server.ts';
import { closeQueue, enqueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';
import { deliverMail } from '#app/platform/mail/jobs.ts';
import { endChild } from '#app/platform/processes/child-run.server.ts';
import { scopesOf } from '#app/domains/figures/rules.ts';
import { tallyOf } from '#app/domains/figures/tally.ts';
import { handlers } from '#app/subjects.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { catalogues, numbersOf, peopleOf } from '#tests/factories/worlds.ts';
import { freePort } from '#tests/free-port.ts';
import { cpuOf, startProcess } from './processes.ts';

/** What others notice while the worker computes: waits in milliseconds, the longest and of 99 in 100 the longest. */
export type Noticed = {
  name: string;
  seconds: number;
  cpu: number;
  queue: [most: number, p99: number];
  worker: [most: number, p99: number];
  web: [most: number, p99: number];
  page: [most: number, p99: number];
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const every = 10;

/** Lets a process of ours tell how late its event loop was since it was asked last. */
const tellDelay = `--import=data:text/javascript,${encodeURIComponent(`
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const delay = monitorEventLoopDelay({ resolution: ${every} });
  delay.enable();
  process.on('message', (message) => {
    if (!message.delay) return;
    process.send({ delayed: [delay.max / 1e6, delay.percentile(99) / 1e6] });
    delay.reset();
  });`)}`;

async function delayOf(child: ChildProcess): Promise<[number, number]> {
  child.send({ delay: true });
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ delayed?: [number, number] }];
    const [most, p99] = message.delayed ?? [];
    if (most !== undefined && p99 !== undefined) return [most - every, p99 - every];
  }
}

const worstOf = (times: number[]): [number, number] => {
  const sorted = times.toSorted((a, b) => a - b);
  return [sorted.at(-1) ?? 0, sorted[Math.floor(sorted.length * 0.99)] ?? 0];
};

/** Meetings that were held and counted, of so many people in all, after those that are there. */
async function addMeetings(
  owner: Db,
  plan: TestPlan,
  next: () => number,
  given: { from: number; to: number; most: number },
): Promise<void> {
  const phases = [{ kind: 'talleres' as const, ...plan.phases.talleres }];
  for (let day = given.from; day < given.to; day += 1) {
    const startsIn = -24 * (1 + day);
    const commitments = plan.commitments.filter(() => next() < 0.6).map(({ slug }) => slug);
    const kind = next() < 0.85 ? 'taller' : 'foro';
    const rows = JSON.stringify(tallyOf(peopleOf(next, given.most)));
    // As the worker's count would write it, of declarations that need not be there; at once, so that it does not.
    await owner.transaction().execute(async (tx) => {
      const meeting = await newMeeting(tx, plan, {
        startsIn,
        opensIn: startsIn - 48,
        state: 'con_acta',
      });
      const scopes = scopesOf({ ...meeting, kind, commitments }, phases);
      await sql`
        insert into declared.tallied (meeting_id, plan_id, scopes, counted_at)
        values (${meeting.id}::uuid, ${plan.id}::uuid, ${scopes}::text[], ${new Date()})
      `.execute(tx);
      await sql`
        insert into declared.tally (meeting_id, part, measure, value, people)
        select ${meeting.id}::uuid, part, measure, value, people
        from jsonb_to_recordset(${rows}::jsonb) as t(
          part text, measure text, value text, people integer
        )
      `.execute(tx);
    });
  }
}

/** Asks for a page and sends a job ten times a second until told to stop. */
function knock(port: number) {
  const pages: number[] = [];
  let going = true;
  const loop = async () => {
    while (going) {
      const began = performance.now();
      await (await fetch(`http://127.0.0.1:${port}/ideas`)).arrayBuffer();
      pages.push(performance.now() - began);
      await getDb()
        .transaction()
        .execute(async (tx) => await enqueue(tx, deliverMail, { mailId: newId() }));
      await pause(100);
    }
  };
  const done = loop();
  return async () => {
    going = false;
    await done;
    return worstOf(pages);
  };
}

async function queueWaits(owner: Db, since: Date): Promise<[number, number]> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from started_on - created_on) * 1000)::float as ms
    from pgboss.job
    where name = ${deliverMail.name} and created_on >= ${since} and started_on is not null
  `.execute(owner);
  return worstOf(rows.map(({ ms }) => ms));
}

/**
 * Runs the worker and a web process over a plan whose meetings come in steps; after each step the figures are
 * released. What was noticed before, and during each release.
 */
export async function measureReleases(
  steps: number[],
  declarations: number,
  tell: (noticed: Noticed) => void,
): Promise<Noticed[]> {
  await buildIfOld();
  const folder = mkdtempSync(join(tmpdir(), 'convite-release-'));
  const embedded = await startEmbedded(join(folder, 'data'));
  const children: ChildProcess[] = [];
  const owner = openKysely(openPool(embedded.url('owner'), 2, 0));
  const found: Noticed[] = [];
  try {
    await migrateDatabase(embedded.url('owner'), handlers);
    useDatabase(embedded.url('web'));
    useQueue(embedded.url('web'));
    for (const code of catalogues.localidad) await newLocality(owner, code, `Localidad ${code}`);
    const plan = await newPlan(owner);
    const port = await freePort();
    const env = {
      CONVITE_EMBEDDED: '1',
      NODE_ENV: 'production',
      DEMO: '1',
      LIMITES: '0',
      LOG_LEVEL: 'error',
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      DATABASE_URL: embedded.url('web'),
      DATABASE_OWNER_URL: embedded.url('owner'),
      DATABASE_WORKER_URL: embedded.url('worker'),
    };
    const web = await startProcess(here('../../app/server.ts'), env, [tellDelay]);
    children.push(web);
    const worker = await startProcess(here('../../app/worker.server.ts'), env, [tellDelay]);
    children.push(worker);
    await pause(3000);

    const during = async (name: string, act: () => Promise<void>) => {
      await Promise.all([delayOf(web), delayOf(worker)]);
      const [since, began, cpu] = [new Date(), performance.now(), cpuOf(worker.pid!)];
      const stop = knock(port);
      await act();
      const page = await stop();
      const seconds = (performance.now() - began) / 1000;
      const [ofWeb, ofWorker] = await Promise.all([delayOf(web), delayOf(worker)]);
      await pause(3000);
      const noticed = {
        name,
        seconds,
        cpu: (cpuOf(worker.pid!) - cpu) / 1000,
        queue: await queueWaits(owner, since),
        worker: ofWorker,
        web: ofWeb,
        page,
      };
      found.push(noticed);
      tell(noticed);
    };
    const attempt = async () =>
      (await owner.selectFrom('release_attempt').select('signature').executeTakeFirst())?.signature;

    await during('nothing computed', async () => await pause(20_000));
    const next = numbersOf(steps.at(-1) ?? 1);
    const most = Math.round((2 * declarations) / (steps.at(-1) ?? 1));
    for (const [index, to] of steps.entries()) {
      const from = steps[index - 1] ?? 0;
      await addMeetings(owner, plan, next, { from, to, most });
      const before = await attempt();
      await during(`release ${index + 1}: ${to} meetings`, async () => {
        while ((await attempt()) === before) await pause(250);
      });
    }
    return found;
  } finally {
    for (const child of children) await endChild(child);
    await closeQueue();
    await closeDatabase();
    await owner.destroy();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const pair = ([most, p99]: [number, number]) =>
  `${most.toFixed(0).padStart(5)} (${p99.toFixed(0)})`.padEnd(14);

const lineOf = ({ name, seconds, cpu, queue, worker, web, page }: Noticed) =>
  `${name.padEnd(24)} ${seconds.toFixed(0).padStart(4)} s ${cpu.toFixed(1).padStart(6)} CPU s  ` +
  [queue, worker, web, page].map(pair).join('');

/**
 * Releases the figures of 200 meetings and 100,000 people in three steps, and says what others noticed of it; the
 * longest waits in milliseconds, of 99 in 100 in brackets.
 */
export async function sayReleases(say: (text: string) => void): Promise<void> {
  say(`${''.padEnd(44)}     queue         worker        web           page`);
  const [before, ...during] = await measureReleases([160, 180, 200], 100_000, (noticed) =>
    say(lineOf(noticed)),
  );
  if (!before) return;
  const worst = (of: (noticed: Noticed) => number) => Math.max(...during.map(of));
  const ratio = (of: (noticed: Noticed) => number) => (worst(of) / of(before)).toFixed(2);
  say('\nWhile figures are released / before:');
  say(`  wait in the queue, longest         ${ratio(({ queue }) => queue[0])}   (at most 1.5)`);
  say(`  page, 99 in 100                    ${ratio(({ page }) => page[1])}`);
  say(
    `  event loop of the worker, longest  ${worst(({ worker }) => worker[0]).toFixed(0)} ms   (at most 1000)`,
  );
  say(`  CPU seconds of the worker, most    ${worst(({ cpu }) => cpu).toFixed(1)}   (at most 120)`);
}
