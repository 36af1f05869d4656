import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import routes from '#app/routes.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readForm } from '#tests/integration/fuzz/forms.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { addressesOf } from './addresses.ts';
import { expected } from './expected.ts';
import { startWeb } from './web-process.ts';
import { fieldsIn, linesOf } from './words.ts';
import { newCity, type City } from './world.ts';

/**
 * What is answered to posts, refusals among them, what is written to the log and mailed meanwhile, and what
 * commands print: nobody is told a word that they may not read anywhere.
 */

const database = freshDatabase();
let city: City;
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
  city = await newCity(database.owner);
  web = await startWeb(database.url('web'));
}, 240_000);
afterAll(async () => await web?.stop());

const lines = linesOf(expected);
const mayRead = (visitor: string, field: string) =>
  field === `${visitor}.name` ||
  lines.some((line) => line.field === field && line.visitor === visitor);

/** Who ends their session is nobody afterwards. */
const ending = /^(salir|cuenta\/(cerrar|sesiones))$/;

type Post = { pattern: string; path: string; body: string };

/** Each form with nothing in it, and with something in every field. */
async function everyPost(): Promise<Post[]> {
  const addresses = addressesOf(city);
  const posts: Post[] = [];
  for (const { path: pattern = '', file } of routes as RouteConfigEntry[]) {
    const source = readFileSync(new URL(`../../../app/${file}`, import.meta.url), 'utf8');
    if (!/export (const|async function) action\b/.test(source) || ending.test(pattern)) continue;
    const form = await readForm(file);
    const body = new URLSearchParams([...form.keys()].map((name) => [name, 'x'])).toString();
    const path = addresses[pattern]?.[0];
    if (path) posts.push({ pattern, path, body: '' }, { pattern, path, body });
  }
  return posts;
}

it('no answer to a post says what its reader may read nowhere, refused or not', async () => {
  const posts = await everyPost();
  expect(posts.length).toBeGreaterThan(130);
  const leaks = new Set<string>();
  const statuses = new Map<number, number>();
  const waiting = posts.flatMap((post) =>
    Object.entries(city.visits).map(([visitor, cookie]) => ({ ...post, visitor, cookie })),
  );
  const lane = async () => {
    for (let sent = waiting.pop(); sent; sent = waiting.pop()) {
      const { pattern, path, body, visitor, cookie } = sent;
      const answer = await fetch(web.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': city.secrets['visit.browser'] ?? '',
          'x-forwarded-for': city.secrets['visit.address'] ?? '',
        },
        body,
      });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const text = (await answer.text()) + JSON.stringify([...answer.headers]);
      for (const field of fieldsIn(city.secrets, text))
        if (!mayRead(visitor, field) && !path.includes(city.secrets[field] ?? ''))
          leaks.add(`${field} | ${visitor} | ${pattern} ${answer.status}`);
      if (answer.status >= 500) leaks.add(`${answer.status} | ${visitor} | ${pattern}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  expect([...leaks].sort()).toEqual([]);
  // Some are taken, most refused: both were looked at.
  for (const status of [303, 403, 404, 422])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(20);
}, 300_000);

it('meanwhile the log says nothing of anybody', () => {
  expect(web.said()).toContain('web process ready');
  expect(fieldsIn(city.secrets, web.said())).toEqual([]);
});

/** What a command prints, on both sides. */
async function printed(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['app/cli.server.ts', ...args], {
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      DATABASE_URL: database.url('web'),
      DATABASE_OWNER_URL: database.url('owner'),
      DATABASE_WORKER_URL: database.url('worker'),
      APP_SECRET: process.env['APP_SECRET'],
      DATA_DIR: temporaryFolder('cli'),
    } as unknown as NodeJS.ProcessEnv,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return said;
}

it('no command prints a word of somebody', async () => {
  const { rows } = await sql<{ name: string; email: string }>`
    select name, email from registration
    where meeting_id = ${city.meetings.coming}::uuid and email is not null
    limit 1
  `.execute(database.owner);
  const file = join(temporaryFolder('list'), 'lista.csv');
  writeFileSync(
    file,
    [
      'nombre,correo,telefono,permiso',
      `${rows[0]?.name},${rows[0]?.email},,si`,
      'Otra Persona,nada,,si',
    ].join('\n'),
  );
  const typed = [rows[0]?.name ?? '', rows[0]?.email?.split('@')[0] ?? ''];
  for (const args of [
    ['doctor'],
    ['disclosure-audit'],
    ['import-registrations', file, '--workshop', city.meetings.coming, '--dry-run'],
    ['import-registrations', file, '--workshop', city.meetings.coming],
    ['import-registrations', file, '--workshop', city.meetings.past],
  ]) {
    const said = await printed(...args);
    expect(said, args[0]).toMatch(/\S/);
    const told = fieldsIn(city.secrets, said).filter(
      (field) => !typed.some((word) => word.includes(city.secrets[field] ?? '')),
    );
    expect(told, `${args.join(' ')}\n${said}`).toEqual([]);
  }
}, 120_000);
