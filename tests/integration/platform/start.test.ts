import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = temporaryFolder('start');
const file = join(folder, 'a-file');
const secret = 'x'.repeat(32);
let taken: Server;
let port: string;

beforeAll(async () => {
  writeFileSync(file, '');
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  port = String((taken.address() as { port: number }).port);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts Convite with these settings alone, and waits for its end. */
async function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['app/start.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** A data folder of its own, with these files. */
function dataFolder(name: string, files: Record<string, string> = {}): string {
  const made = join(folder, name);
  mkdirSync(made);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(made, file), text);
  return made;
}

/** What this process would leave in a data folder that it holds: its number, and when it began. */
function holder(): string {
  const began = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19];
  return JSON.stringify({ pid: process.pid, began });
}

describe.concurrent('a start that cannot succeed ends at once with one line', () => {
  it.each([
    ['a port that is no number', () => ({ PORT: 'abc' }), /^PORT: debe ser un número entero/],
    ['a port in use', () => ({ PORT: port }), /^PORT: el puerto \d+ está ocupado.* in use/],
    ['an address of another machine', () => ({ HOST: '192.0.2.1', DEMO: '0' }), /^HOST: /],
    ['a short secret', () => ({ APP_SECRET: 'short' }), /^APP_SECRET: necesita 32 caracteres/],
    [
      'no secret for a database of one’s own',
      () => ({ DATABASE_URL: 'postgres://web@127.0.0.1:1/convite' }),
      /^APP_SECRET: es obligatoria/,
    ],
    [
      'a database that is away',
      () => ({ DATABASE_URL: 'postgres://web@127.0.0.1:1/convite', APP_SECRET: secret }),
      /^DATABASE_URL: .*127\.0\.0\.1:1.*nadie responde ahí.*nobody answers there/,
    ],
    [
      'an owner whose password is another one',
      () => ({
        DATABASE_URL: inject('cluster').web.replace('DATABASE', 'postgres'),
        DATABASE_OWNER_URL: inject('cluster').owner.replace(/:[^:@]+@/, ':other@'),
        APP_SECRET: secret,
      }),
      /^DATABASE_OWNER_URL: .*the password is not that one/,
    ],
    ['a data folder that is a file', () => ({ DATA_DIR: file }), /^DATA_DIR: .*it is a file/],
    [
      'a data folder below a file',
      () => ({ DATA_DIR: join(file, 'x', 'y') }),
      /^DATA_DIR: .*below a file/,
    ],
    [
      'a data folder in /proc',
      () => ({ DATA_DIR: '/proc/x' }),
      /^DATA_DIR: .*no folder can be made/,
    ],
    [
      'a kept secret that is empty',
      () => ({ DATA_DIR: dataFolder('empty', { secret: '' }) }),
      /^DATA_DIR: .*secret está vacío o incompleto.*cut short/,
    ],
    [
      'a kept secret cut short',
      () => ({ DATA_DIR: dataFolder('short', { secret: 'abc\n' }) }),
      /^DATA_DIR: .*secret está vacío o incompleto.*cut short/,
    ],
    [
      'a data folder that another Convite holds',
      () => ({ DATA_DIR: dataFolder('held', { 'holder.json': holder() }) }),
      new RegExp(`^DATA_DIR: .*in use by another Convite \\(process ${process.pid}\\)`),
    ],
  ])('%s', async (name, settings, line) => {
    const given = { DATA_DIR: join(folder, `data-${name.replace(/\W/g, '-')}`), ...settings() };
    const { code, said } = await start(given);
    expect(said).toMatch(line);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(' / ');
    expect(code).toBe(1);
  });

  it('a lock that a full disk left empty holds nobody off', async () => {
    const data = dataFolder('lock', { 'holder.json': '', lock: '' });
    const { said } = await start({ DATA_DIR: data, PORT: port });
    expect(said).toMatch(/^PORT: /);
    expect(readdirSync(data).filter((name) => /new|probe/.test(name))).toEqual([]);
  });
});
