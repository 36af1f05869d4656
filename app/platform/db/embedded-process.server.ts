import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { ConfigError } from '#app/platform/config/config-error.ts';
import { inFolder } from '#app/platform/config/data-folder.server.ts';
import { runningServer, wrongData, type SystemUser } from './embedded-folder.server.ts';
import { connectionTo, type Keys } from './embedded-keys.server.ts';

/** What to run, on which cluster, as whom; `fast` gives up durability (tests). */
export type Program = { native: string; data: string; as: SystemUser | undefined; fast: boolean };

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'max_connections=120',
  'shared_buffers=128MB',
  'jit=off',
];
const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** What PostgreSQL's programs are run with: as the unprivileged user, in a folder that everybody may enter. */
function environment(as: SystemUser | undefined) {
  return {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C',
      TZ: 'UTC',
      HOME: '/',
    } as unknown as NodeJS.ProcessEnv,
    ...(as ?? {}),
  };
}

/** What PostgreSQL's programs said last of what went wrong: one line of it. */
function lastWord(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const wrong = lines.filter((line) => /(fatal|panic|error):/i.test(line));
  return (wrong.at(-1) ?? lines.at(-1) ?? '').trim();
}

/** Makes the cluster in a folder beside and moves it into place, so that a killed start leaves none half made. */
export function initialise({ native, data, as, fast }: Program, password: string): void {
  const partial = `${data}.partial`;
  const passwordFile = `${data}.init`;
  const options = [
    `--pgdata=${partial}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    ...(fast ? ['--no-sync'] : []),
  ];
  try {
    inFolder('DATA_DIR', dirname(data), () => {
      rmSync(partial, { recursive: true, force: true });
      mkdirSync(partial, { recursive: true, mode: 0o700 });
      rmSync(passwordFile, { force: true });
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      if (as) for (const path of [partial, passwordFile]) chownSync(path, as.uid, as.gid);
    });
    execFileSync(join(native, 'bin', 'initdb'), options, environment(as));
    renameSync(partial, data);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (error instanceof ConfigError) throw error;
    const said = lastWord(String((error as { stderr?: Buffer }).stderr ?? error));
    throw wrongData(
      `PostgreSQL no pudo crear su carpeta ${data}`,
      `PostgreSQL could not make its folder: ${said}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Ends a server that a killed start left behind: politely for ten seconds, then at once (it recovers from its
 * log), and by force when it is frozen.
 */
export async function endServer(data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const pid = runningServer(data);
    if (!pid) return;
    try {
      process.kill(pid, signal);
    } catch {
      throw wrongData(
        `PostgreSQL (proceso ${pid}) sigue corriendo en ${data} y es de otro usuario`,
        `PostgreSQL (process ${pid}) still runs there and belongs to another user`,
      );
    }
    for (let i = 0; i < 100 && runningServer(data); i += 1) await pause(100);
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw wrongData(
        'las claves de postgres.json no son las de esa base de datos',
        'the passwords in postgres.json are not those of the database',
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a child has ended, or never was. */
export const isGone = ({ exitCode, signalCode, pid }: ChildProcess) =>
  exitCode !== null || signalCode !== null || pid === undefined;

/**
 * Starts the server and waits until it answers; recovery after a crash may take its time. `spawned` is told of it
 * before.
 */
export async function launch(
  program: Program,
  keys: Keys,
  spawned: (server: ChildProcess) => void = () => undefined,
): Promise<ChildProcess> {
  const { native, data, as, fast } = program;
  const chosen = [...settings, ...(fast ? fastSettings : [])].flatMap((setting) => ['-c', setting]);
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(keys.port), ...chosen],
    { ...environment(as), detached: true },
  );
  spawned(server);
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  server.once('error', (error) => (output += error.message));
  const url = connectionTo(keys)('superuser', 'postgres');
  const deadline = Date.now() + 120_000;
  try {
    while (!(await canConnect(url))) {
      if (isGone(server) || Date.now() > deadline)
        throw wrongData(
          `PostgreSQL no arrancó en ${data}`,
          `PostgreSQL did not start: ${lastWord(output)}`,
        );
      await pause(50);
    }
  } catch (error) {
    server.kill('SIGINT');
    throw error;
  }
  return server;
}

/** Stops the server and waits until it has ended: politely, after ten seconds at once, a frozen one by force. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (isGone(server)) return;
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill('SIGINT');
  const later = [
    setTimeout(() => server.kill('SIGQUIT'), 10_000),
    setTimeout(() => server.kill('SIGKILL'), 13_000),
  ];
  await ended;
  later.forEach(clearTimeout);
}
