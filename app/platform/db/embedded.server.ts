import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { isNearlyFull, makeWritable } from '#app/platform/config/data-folder.server.ts';
import { endOf } from '#app/platform/processes/child-run.server.ts';
import { keepRunning, type Kept, type Run } from '#app/platform/processes/keep-running.server.ts';
import {
  dropStalePid,
  holdFolder,
  isHeld,
  placesOf,
  preparedPlaces,
  runningServer,
  unprivileged,
  wrongData,
} from './embedded-folder.server.ts';
import {
  connectionTo,
  keysFile,
  readKeys,
  writeKeys,
  type Connections,
  type Keys,
} from './embedded-keys.server.ts';
import {
  endServer,
  initialise,
  isGone,
  launch,
  stopServer,
  type Program,
} from './embedded-process.server.ts';

export { EmbeddedError } from './embedded-folder.server.ts';

/** Who hears that it died, and that it dies again and again. */
type Told = { tell: (line: string) => void; onHopeless: (line: string) => void };

export type Embedded = {
  url: Connections;
  stop: () => Promise<void>;
  /** Stops it and deletes the cluster with all its data (tests). */
  remove: () => Promise<void>;
  /** From now on, starts it again whenever it dies. */
  keep: (told: Told) => void;
  /** False when the cluster was already running and this process only uses it. */
  started: boolean;
};

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

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

/** The log-ins of a data folder, made at its first start; the port is the last one while it is free. */
async function settleKeys(dataDir: string, data: string, known: Keys | undefined): Promise<Keys> {
  if (!known && existsSync(data))
    throw wrongData(
      `falta ${keysFile(dataDir)}: sin él no se abren los datos de ${data}; ` +
        'devuélvelo, o borra esa carpeta para empezar de nuevo',
      `it is missing, and the data cannot be opened without it; put it back, or delete that folder to begin anew`,
    );
  const secret = () => randomBytes(18).toString('hex');
  const port = (known && (await probePort(known.port))) || (await probePort(0));
  if (!port)
    throw wrongData('no hay puerto libre en 127.0.0.1', 'there is no free port on 127.0.0.1');
  const keys = {
    ...(known ?? { superuser: secret(), owner: secret(), web: secret(), worker: secret() }),
    port,
  };
  writeKeys(dataDir, keys);
  return keys;
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
  makeWritable('DATA_DIR', dataDir);
  const as = unprivileged();
  const { native, data } = preparedPlaces(dataDir, as);
  const known = readKeys(dataDir);
  if (options.attach && known && runningServer(data)) {
    const nothing = async () => undefined;
    const keep = () => undefined;
    return { url: connectionTo(known), stop: nothing, remove: nothing, keep, started: false };
  }
  const release = holdFolder(dataDir);
  try {
    await endServer(data);
    const keys = await settleKeys(dataDir, data, known);
    const program = { native, data, as, fast: options.fast ?? false };
    if (!existsSync(data)) initialise(program, keys.superuser);
    dropStalePid(data);
    let server = await launch(program, keys).catch(async () => {
      // Children of a killed server let go of its memory within moments.
      await pause(2000);
      return await launch(program, keys);
    });
    let kept: Kept | undefined;
    const atExit = () => server.kill('SIGINT');
    process.once('exit', atExit);
    const stop = async () => {
      await (kept ? kept.stop() : stopServer(server));
      process.off('exit', atExit);
      release();
    };
    const keep = (told: Told) =>
      (kept = keepServer(program, keys, server, (next) => (server = next), told));
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
    return { url, stop, remove, keep, started: true };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Keeps a server running under the same log-ins and port. While its disk is full it may die as often as it likes:
 * it comes back with the space.
 */
function keepServer(
  program: Program,
  keys: Keys,
  running: ChildProcess,
  changed: (server: ChildProcess) => void,
  told: Told,
): Kept {
  let server = running;
  let isFirst = true;
  const start = (): Run => {
    const launched = isFirst ? Promise.resolve(running) : relaunch();
    isFirst = false;
    const ended = launched.then(
      async (living) => {
        if (!isGone(living)) await new Promise((done) => living.once('exit', done));
        return endOf(living);
      },
      (error: Error) => error.message,
    );
    return { ready: launched, ended, end: async () => await stopServer(server) };
  };
  const relaunch = async () => {
    await endServer(program.data);
    dropStalePid(program.data);
    return await launch(program, keys, (next) => changed((server = next)));
  };
  const isForgiven = () => isNearlyFull(program.data);
  return keepRunning({ name: 'PostgreSQL', start, isForgiven, ...told });
}

/** Three roles with log-ins and the database; repeated at each start, changes nothing when all is there. */
async function prepareRoles(url: Connections, keys: Keys): Promise<void> {
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
  const { data, extra } = placesOf(dataDir, unprivileged());
  await endServer(data);
  for (const path of [data, extra, keysFile(dataDir)])
    if (path) rmSync(path, { recursive: true, force: true });
}

/**
 * Ends the server of a start that was killed, for its children that outlive it; one that another start has since
 * taken over is left alone.
 */
export function endAbandoned(dataDirectory: string): void {
  const dataDir = resolve(dataDirectory);
  const { data } = placesOf(dataDir, unprivileged());
  const pid = runningServer(data);
  if (pid && !isHeld(dataDir)) process.kill(pid, 'SIGINT');
}

/** The running cluster of a data folder, for commands that only use it; `undefined` when there is none. */
export function findEmbedded(dataDirectory: string): Connections | undefined {
  const dataDir = resolve(dataDirectory);
  const keys = readKeys(dataDir);
  if (!keys) return undefined;
  const { data } = placesOf(dataDir, unprivileged());
  return runningServer(data) ? connectionTo(keys) : undefined;
}
