import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { FuzzedApp } from '#tests/integration/fuzz/app.ts';

const database = freshDatabase();
let app: FuzzedApp;
let superuser: pg.Client;

beforeAll(async () => {
  await newPlan(database.owner);
  app = await FuzzedApp.start(database.url('web'));
  superuser = new pg.Client({
    connectionString: inject('cluster').superuser.replace('DATABASE', 'postgres'),
  });
  await superuser.connect();
}, 120_000);
afterAll(async () => {
  app?.stop();
  await superuser?.end();
});

let people = 0;
/** Somebody makes an account: the answer. */
async function register(): Promise<Response> {
  people += 1;
  return await fetch(`${app.url}/registro`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      nombre: 'Persona de Prueba',
      correo: `solo-lee-${people}@prueba.convite`,
      clave: 'una clave bien larga',
      acepta_datos: 'si',
      mayor_de_edad: 'si',
    }),
  });
}
const ask = async (path: string) => (await fetch(app.url + path)).status;
const nameOf = () => new URL(database.url('web')).pathname.slice(1);

/** What a restart of the database does to those who are connected (57P01). */
async function cutConnections(): Promise<void> {
  await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'convite_web'",
    [nameOf()],
  );
}

it('a database that only reads for a while: acts are refused, pages stay, and all is well after', async () => {
  expect((await register()).status).toBe(303);
  expect(await ask('/salud/lista')).toBe(200);

  await superuser.query(`alter database ${nameOf()} set default_transaction_read_only = on`);
  await cutConnections();
  const refused = await Promise.all([register(), register(), register()]);
  for (const answer of refused) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  }
  expect(await ask('/salud/lista')).toBe(503);
  expect(await ask('/ideas?q=parque')).toBe(200);

  // Connections that were opened meanwhile would only read for as long as they live.
  await superuser.query(`alter database ${nameOf()} reset default_transaction_read_only`);
  await vi.waitFor(
    async () => {
      expect((await register()).status).toBe(303);
      expect(await ask('/salud/lista')).toBe(200);
    },
    { timeout: 15_000, interval: 200 },
  );
}, 60_000);

it('a connection that is cut in the middle of an act is told as a database that is away', async () => {
  const answers: number[] = [];
  let going = true;
  const crowd = Array.from({ length: 4 }, async () => {
    while (going) answers.push((await register()).status);
  });
  for (let i = 0; i < 5; i += 1) {
    const before = answers.length;
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(before + 4), 30_000);
    await cutConnections();
  }
  going = false;
  await Promise.all(crowd);
  expect(new Set(answers.filter((status) => status !== 503))).toEqual(new Set([303]));
  expect((await register()).status).toBe(303);
}, 120_000);
