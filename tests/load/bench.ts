import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { startEmbedded } from '#app/platform/db/embedded.server.ts';
import { migrateDatabase } from '#app/platform/db/migrate.server.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';
import { endChild } from '#app/platform/processes/child-run.server.ts';
import { handlers } from '#app/subjects.server.ts';
import { seedBench } from '#db/seeds/bench.ts';
import { freePort } from '#tests/free-port.ts';
import { measure, requestBytes, type Measured } from './client.ts';
import { cpuOf, findPgbench, memoryOf, startProcess } from './processes.ts';
import { sayProfile } from './profile.ts';
import { sayReleases } from './release.ts';

/**
 * `npm run bench`: the production build against a bare Node + pg script, `node:http` sending the
 * same bytes, and `pgbench` doing the same statements, all in one run on one machine. Figures are
 * for ratios, never for asserting.
 */

const { values } = parseArgs({
  options: {
    ideas: { type: 'string', default: '20000' },
    people: { type: 'string', default: '5000' },
    supports: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '8' },
    profile: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const clients = Number(values.clients);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'convite-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);
const pause = async (ms: number) => await new Promise((done) => setTimeout(done, ms));

type Row = Measured & { cpu: number; memory: number };
const rows: Row[] = [];
/**
 * The same address again and again would only measure caches: people and ideas are paired once
 * each.
 */
const pairs =
  (people: string[], ideas: string[]) =>
  (n: number): [string, string] => [
    people[n % people.length]!,
    ideas[Math.floor(n / people.length) % ideas.length]!,
  ];

async function run(
  name: string,
  child: ChildProcess,
  port: number,
  make: (n: number) => Buffer,
  expect = 200,
): Promise<Row> {
  await pause(500);
  const before = cpuOf(child.pid!);
  const measured = await measure(name, port, make, { clients, seconds, expect });
  // The warm-up's requests count in the CPU's denominator too.
  const all = measured.requests * ((seconds + 2) / seconds);
  const row = {
    ...measured,
    cpu: Math.round(((cpuOf(child.pid!) - before) / all) * 100) / 100,
    memory: memoryOf(child.pid!),
  };
  rows.push(row);
  say(
    `${name.padEnd(34)} ${String(row.perSecond).padStart(8)}/s  p50 ` +
      `${String(row.p50).padStart(7)} ms  p99 ${String(row.p99).padStart(7)} ms  CPU ` +
      `${String(row.cpu).padStart(6)} ms  ${row.memory} ` +
      `MB${row.errors ? `  ${row.errors} WRONG ANSWERS` : ''}`,
  );
  return row;
}

function pgbench(name: string, script: string, url: string): number | null {
  const program = findPgbench();
  if (!program) {
    say(
      `${name}: pgbench is not installed (Debian's package postgresql) and could not be; left out.`,
    );
    return null;
  }
  const file = join(folder, `${name}.sql`);
  writeFileSync(file, script);
  const done = spawnSync(
    program,
    [
      '-n',
      '-f',
      file,
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-M',
      'prepared',
      url,
    ],
    { encoding: 'utf8' },
  );
  const tps = Number(/tps = ([\d.]+)/.exec(done.stdout)?.[1]);
  say(
    `${`pgbench: ${name}`.padEnd(34)} ${tps ? String(Math.round(tps * 10) / 10).padStart(8) : done.stderr}/s`,
  );
  return tps || null;
}

await buildIfOld(() => say('Building…'));
const embedded = await startEmbedded(join(folder, 'data'));
const children: ChildProcess[] = [];
try {
  await migrateDatabase(embedded.url('owner'), handlers);
  useDatabase(embedded.url('web'));
  useQueue(embedded.url('web'));
  say(`Seeding ${values.ideas} ideas, ${values.people} people, ${values.supports} supports…`);
  const began = performance.now();
  const seeded = await seedBench(embedded.url('owner'), {
    ideas: Number(values.ideas),
    people: Number(values.people),
    supports: Number(values.supports),
  });
  say(`Seeded in ${Math.round((performance.now() - began) / 1000)} s.`);
  await closeQueue();
  await closeDatabase();

  const [appPort, barePort] = [await freePort(), await freePort()];
  const env = {
    CONVITE_EMBEDDED: '1',
    NODE_ENV: 'production',
    DEMO: '1',
    LIMITES: '0',
    LOG_LEVEL: 'error',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: embedded.url('web'),
    DATABASE_OWNER_URL: embedded.url('owner'),
  };
  const app = await startProcess(
    here('../../app/server.ts'),
    { ...env, PORT: String(appPort) },
    values.profile ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [],
  );
  children.push(app);
  const page = await (await fetch(`http://127.0.0.1:${appPort}/ideas`)).text();
  const bare = await startProcess(here('./bare.ts'), {
    DATABASE_URL: embedded.url('web'),
    PORT: String(barePort),
    PAGE: Buffer.from(page).toString('base64').slice(0, 100_000),
  });
  children.push(bare);

  const { sessions, people, ideaIds } = seeded;
  const words = ['andén', 'bicicletas', 'parque', 'salud', 'seguridad'];
  const equipo = 'equipo=AAAAAAAAAAAAAAAAAAAAAA';
  const cookie = (n: number) => `${equipo}; sesion=${sessions[n % sessions.length]}`;
  const pair = pairs(
    sessions.map((_, n) => String(n)),
    ideaIds,
  );

  say(
    `\n${clients} connections, ${seconds} s each, the list weighs ${Math.round(Buffer.byteLength(page) / 1024)} kB:`,
  );
  const bytes = await run('node:http, same bytes', bare, barePort, () =>
    requestBytes(barePort, '/bytes'),
  );
  const bareList = await run('bare script: list', bare, barePort, (n) =>
    requestBytes(barePort, `/?p=${people[n % people.length]}`),
  );
  const anonymous = await run('list, anonymous', app, appPort, () =>
    requestBytes(appPort, '/ideas', { cookie: equipo }),
  );
  const computed = await run('list, signed in', app, appPort, (n) =>
    requestBytes(appPort, '/ideas', { cookie: cookie(n) }),
  );
  await run('list, second page and filters', app, appPort, (n) =>
    requestBytes(
      appPort,
      `/ideas?orden=${['recientes', 'apoyadas'][n % 2]}&localidad=${String((n % 20) + 1).padStart(2, '0')}`,
      { cookie: cookie(n) },
    ),
  );
  await run('search', app, appPort, (n) =>
    requestBytes(appPort, `/ideas?q=${encodeURIComponent(words[n % words.length]!)}`, {
      cookie: equipo,
    }),
  );
  await run('idea, anonymous', app, appPort, (n) =>
    requestBytes(appPort, `/ideas/${ideaIds[n % ideaIds.length]}`, { cookie: equipo }),
  );
  await run('home, anonymous', app, appPort, () => requestBytes(appPort, '/', { cookie: equipo }));
  await run('API: ideas', app, appPort, () => requestBytes(appPort, '/api/v1/ideas'));
  const half = Math.floor(ideaIds.length / 2);
  const bareSupport = await run(
    'bare script: support',
    bare,
    barePort,
    (n) => {
      const [person, idea] = pair(n);
      return requestBytes(barePort, `/?i=${idea}&p=${people[Number(person)]}`, { form: '' });
    },
    303,
  );
  const support = await run(
    'support',
    app,
    appPort,
    (n) => {
      const [person, idea] = pair(n + half * sessions.length);
      return requestBytes(appPort, `/ideas/${idea}/apoyo`, {
        cookie: cookie(Number(person)),
        form: 'accion=apoyar',
      });
    },
    303,
  );

  const owner = embedded.url('owner');
  const pgList = pgbench(
    'list',
    `${[
      'select i.id, i.title, left(i.description, 231), s.support_count, l.name, c.slug, ' +
        'p.name from idea i join commitment c on c.id = i.commitment_id join plan on plan.id ' +
        "= c.plan_id and plan.state = 'active' join idea_stats s on s.idea_id = i.id left " +
        'join locality l on l.code = i.locality_code left join person p on p.id = ' +
        "i.author_id where i.state = 'publicada' order by i.published_at desc, i.id desc " +
        'limit 21',
      "select count(*) from idea where state = 'publicada'",
      'select * from commitment order by number',
      'select * from locality order by code',
    ].join(';\n')};\n`,
    owner,
  );
  const pgSupport = pgbench(
    'support',
    `\\set i random(1, ${values.ideas})\n\\set p random(1, ${values.people})\nwith w as ` +
      '(insert into support (idea_id, person_id, created_at) select (select id from idea ' +
      'where number >= :i order by number limit 1), (select person_id from session offset :p ' +
      `% ${sessions.length} limit 1), now() on conflict do nothing returning idea_id) update ` +
      'idea_stats set support_count = support_count + 1 where idea_id in (select idea_id ' +
      'from w);\n',
    owner,
  );

  const ratio = (a: number, b: number | null) => (b ? (a / b).toFixed(2) : 'unknown');
  say('\nRatios in this run:');
  say(
    `  list signed in / bare script       ${ratio(computed.perSecond, bareList.perSecond)}   (at least 0.30)`,
  );
  say(
    `  support / bare script              ${ratio(support.perSecond, bareSupport.perSecond)}   (at least 0.20)`,
  );
  say(`  list anonymous / same bytes        ${ratio(anonymous.perSecond, bytes.perSecond)}`);
  say(`  list signed in / pgbench           ${ratio(computed.perSecond, pgList)}`);
  say(`  support / pgbench                  ${ratio(support.perSecond, pgSupport)}`);
  if (rows.some((row) => row.errors > 0)) process.exitCode = 1;
  if (values.profile) {
    await endChild(app);
    sayProfile(folder, say);
  }
} finally {
  for (const child of children) await endChild(child);
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

say('\nThe worker computes figures; what the queue, both processes and a page notice (ms):');
await sayReleases(say);
