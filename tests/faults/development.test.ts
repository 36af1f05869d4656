import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeEmbedded } from '#app/platform/db/embedded.server.ts';
import { freePort } from '#tests/free-port.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { until as untilOf } from '#tests/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = temporaryFolder('development');
const data = join(copy, '.data');
let app: ChildProcess;
let said = '';
let url: string;

const until = async (what: string, holds: () => boolean | Promise<boolean>) =>
  await untilOf({ child: app, said: () => said }, what, holds, 120);

/** `npm run dev` on a copy of the sources, which the test edits. */
beforeAll(async () => {
  for (const name of ['app', 'db', 'locales', 'public', 'package.json', 'remix.config.js'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  app = spawn(process.execPath, ['app/start.js', '--dev'], {
    cwd: copy,
    env: { PATH: process.env['PATH'], PORT: String(port), DEMO: '0', HOST: '127.0.0.1' } as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [app.stdout!, app.stderr!])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until('the start', () => said.includes('Ctrl-C'));
}, 180_000);

afterAll(async () => {
  if (app.exitCode === null) {
    app.kill('SIGTERM');
    await once(app, 'exit');
  }
  await removeEmbedded(data);
  rmSync(copy, { recursive: true, force: true });
}, 60_000);

const ask = async () => await fetch(`${url}/ayuda`);
const textOf = async () => await (await ask()).text();

/** Edits a file until the page shows it and says that it reloads, then takes the edit back. */
async function edit(
  file: string,
  change: (text: string) => string,
  shows: () => boolean | Promise<boolean>,
): Promise<void> {
  const place = join(copy, file);
  const before = readFileSync(place, 'utf8');
  const socket = new WebSocket(url.replace('http', 'ws'), 'vite-hmr');
  const told: string[] = [];
  socket.addEventListener('message', ({ data }) => void told.push(String(data)));
  await once(socket, 'open');
  writeFileSync(place, change(before));
  await until(`${file} shows`, shows);
  await until(`${file} reloads the page`, () => told.some((text) => text.includes('full-reload')));
  socket.close();
  writeFileSync(place, before);
  await until(`${file} as before`, async () => !(await shows()) && (await ask()).status === 200);
}

describe('npm run dev shows without a new start an edit of', () => {
  it('a component', async () => {
    await edit(
      'app/ui/site-footer.tsx',
      (text) => text.replace('<footer', '<footer data-edited="1"'),
      async () => (await textOf()).includes('data-edited'),
    );
  });

  it('a style', async () => {
    const style = async () =>
      await (
        await fetch(`${url}/app/ui/styles/app.css`, { headers: { Accept: 'text/css' } })
      ).text();
    await edit(
      'app/ui/styles/base.css',
      (text) => `${text}\n.edited { color: red; }\n`,
      async () => (await style()).includes('.edited'),
    );
  });

  it('a message', async () => {
    await edit(
      'locales/es/pages.json',
      (text) => text.replace(/("help\.heading": ")/, '$1Zorro '),
      async () => (await textOf()).includes('Zorro '),
    );
  });

  it('a plain module that Node itself runs elsewhere', async () => {
    await edit(
      'app/platform/http/headers.ts',
      (text) => text.replace("'X-Frame-Options'", "'X-Edited': '1',\n  'X-Frame-Options'"),
      async () => (await ask()).headers.has('X-Edited'),
    );
  });

  it('a store, also one that no longer runs: the page says why', async () => {
    await edit(
      'app/domains/plan/store.server.ts',
      (text) => `${text}\nthrow new Error('Zorro');\n`,
      async () => (await textOf()).includes('Zorro'),
    );
  });
});

it('what only a new start sees is named in one line', async () => {
  const file = join(copy, 'app/start.server.ts');
  writeFileSync(file, readFileSync(file, 'utf8'));
  await until('the line', () => said.includes('app/start.server.ts se ve al empezar de nuevo'));
});

it('reading pages have the one script that reloads them, which production does not have', async () => {
  const answer = await ask();
  expect((await answer.text()).match(/<script[^>]*>/g)).toEqual([
    '<script type="module" src="/@vite/client">',
  ]);
  expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self';");
});
