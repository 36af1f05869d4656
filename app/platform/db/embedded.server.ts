import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import {
  dropStalePid,
  EmbeddedError,
  holdFolder,
  isWritable,
  places,
  runningServer,
  unprivileged,
  type SystemUser,
} from './embedded-folder.server.ts';

export { EmbeddedError } from './embedded-folder.server.ts';

/** Log-ins of the embedded cluster: one password a role, kept in the data folder (mode 600). */
type Keys = { superuser: string; owner: string; web: string; worker: string; port: number };

export type Embedded = {
  /** Connection of each role to a database of the cluster. */
  url: (role: 'superuser' | 'owner' | 'web' | 'worker', database?: string) => string;
  stop: () => Promise<void>;
  /** Stops it and deletes the cluster with all its data (tests). */
  remove: () => Promise<void>;
  /** False when the cluster was already running and this process only uses it. */
  started: boolean;
};

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

function keysFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

function readKeys(dataDir: string): Keys | undefined {
  const file = keysFile(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch (error) {
    throw new EmbeddedError(
      `${file} cannot be read (${(error as Error).message}); was it made by another user?`,
    );
  }
}

function writeKeys(dataDir: string, keys: Keys): void {
  const file = keysFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Takes a port of the loopback and lets it go again; 0 takes any. `undefined` when it is taken. */
async function probePort(port: number): Promise<number | undefined> {
  return await new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function connectionTo(keys: Keys): Embedded['url'] {
  const users = {
    superuser: 'postgres',
    owner: 'convite_owner',
    web: 'convite_web',
    worker: 'convite_worker',
  };
  return (role, database = 'convite') =>
    `postgres://${users[role]}:${keys[role]}@127.0.0.1:${keys.port}/${database}`;
}

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

/** Makes the cluster in a folder beside and moves it into place, so that a killed start leaves none half made. */
function initialise(
  native: string,
  data: string,
  password: string,
  as: SystemUser | undefined,
  fast: boolean,
): void {
  const partial = `${data}.partial`;
  const passwordFile = `${data}.init`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (as) for (const path of [partial, passwordFile]) chownSync(path, as.uid, as.gid);
  try {
    const options = [
      `--pgdata=${partial}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ];
    execFileSync(
      join(native, 'bin', 'initdb'),
      [...options, ...(fast ? ['--no-sync'] : [])],
      environment(as),
    );
    renameSync(partial, data);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new EmbeddedError(
      `PostgreSQL could not make its data folder: ${String((error as { stderr?: Buffer }).stderr ?? error)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Ends a server that a killed start left behind: politely for ten seconds, then at once (it recovers from its log). */
async function endServer(data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const pid = runningServer(data);
    if (!pid) return;
    try {
      process.kill(pid, signal);
    } catch {
      throw new EmbeddedError(
        `PostgreSQL (process ${pid}) still runs on ${data} and belongs to another user.`,
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
      throw new EmbeddedError('The passwords in postgres.json are not those of the cluster.');
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the server and waits until it answers; recovery after a crash may take its time. */
async function launch(
  native: string,
  data: string,
  keys: Keys,
  as: SystemUser | undefined,
  fast: boolean,
): Promise<ChildProcess> {
  const chosen = [...settings, ...(fast ? fastSettings : [])].flatMap((setting) => ['-c', setting]);
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(keys.port), ...chosen],
    { ...environment(as), detached: true },
  );
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  server.once('error', (error) => (output += error.message));
  const url = connectionTo(keys)('superuser', 'postgres');
  const deadline = Date.now() + 120_000;
  while (!(await canConnect(url))) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined)
      throw new EmbeddedError(`PostgreSQL did not start: ${output}`);
    if (Date.now() > deadline)
      throw new EmbeddedError(`PostgreSQL did not answer in two minutes: ${output}`);
    await pause(50);
  }
  return server;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill('SIGINT');
  await ended;
}

/**
 * Starts the embedded PostgreSQL on `dataDir` and holds the folder; while another process holds it this
 * fails, unless `attach` says to use the running server. One left behind by a killed start is ended first.
 * `fast` gives up durability (tests).
 */
export async function startEmbedded(
  dataDirectory: string,
  options: { attach?: boolean; fast?: boolean } = {},
): Promise<Embedded> {
  const dataDir = resolve(dataDirectory);
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new EmbeddedError(`${dataDir} cannot be made: ${(error as Error).message}`);
  }
  if (!isWritable(dataDir))
    throw new EmbeddedError(`${dataDir} cannot be written to by this user.`);
  const as = unprivileged();
  const { native, data } = places(dataDir, as);
  const known = readKeys(dataDir);
  if (options.attach && known && runningServer(data)) {
    const nothing = async () => undefined;
    return { url: connectionTo(known), stop: nothing, remove: nothing, started: false };
  }
  const release = holdFolder(dataDir);
  try {
    await endServer(data);
    if (!known && existsSync(data))
      throw new EmbeddedError(
        `${keysFile(dataDir)} is missing: without it the data in ${data} cannot be opened. Put it back, or delete that folder to begin anew.`,
      );
    const secret = () => randomBytes(18).toString('hex');
    const port = (known && (await probePort(known.port))) || (await probePort(0));
    if (!port) throw new EmbeddedError('There is no free port on 127.0.0.1.');
    const keys = {
      ...(known ?? { superuser: secret(), owner: secret(), web: secret(), worker: secret() }),
      port,
    };
    writeKeys(dataDir, keys);
    if (!existsSync(data)) initialise(native, data, keys.superuser, as, options.fast ?? false);
    dropStalePid(data);
    const server = await launch(native, data, keys, as, options.fast ?? false).catch(async () => {
      // Children of a killed server let go of its memory within moments.
      await pause(2000);
      return await launch(native, data, keys, as, options.fast ?? false);
    });
    const atExit = () => server.kill('SIGINT');
    process.once('exit', atExit);
    const stop = async () => {
      await stopServer(server);
      process.off('exit', atExit);
      release();
    };
    const url = connectionTo(keys);
    try {
      await prepareRoles(url, keys);
    } catch (error) {
      await stop();
      throw error;
    }
    const remove = async () => {
      await stop();
      await removeEmbedded(dataDir);
    };
    return { url, stop, remove, started: true };
  } catch (error) {
    release();
    throw error;
  }
}

/** Three roles with log-ins and the database; repeated at each start, changes nothing when all is there. */
async function prepareRoles(url: Embedded['url'], keys: Keys): Promise<void> {
  const client = new pg.Client({ connectionString: url('superuser', 'postgres') });
  await client.connect();
  try {
    for (const [role, password] of [
      ['convite_owner', keys.owner],
      ['convite_web', keys.web],
      ['convite_worker', keys.worker],
    ] as const) {
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      const verb = known.rowCount ? 'alter' : 'create';
      await client.query(
        `${verb} role ${role} login ${role === 'convite_owner' ? 'createdb createrole' : ''} password '${password}'`,
      );
    }
    const database = await client.query("select from pg_database where datname = 'convite'");
    if (!database.rowCount) await client.query('create database convite owner convite_owner');
  } finally {
    await client.end();
  }
}

/** Deletes the cluster of a data folder with all its data (tests); ends a server that still runs on it. */
export async function removeEmbedded(dataDirectory: string): Promise<void> {
  const dataDir = resolve(dataDirectory);
  const { data, extra } = places(dataDir, unprivileged());
  await endServer(data);
  for (const path of [data, extra, keysFile(dataDir)])
    if (path) rmSync(path, { recursive: true, force: true });
}

/** The running cluster of a data folder, for commands that only use it; `undefined` when there is none. */
export function findEmbedded(dataDirectory: string): Embedded['url'] | undefined {
  const dataDir = resolve(dataDirectory);
  const keys = readKeys(dataDir);
  if (!keys) return undefined;
  const { data } = places(dataDir, unprivileged());
  return runningServer(data) ? connectionTo(keys) : undefined;
}
