import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, wrong } from './config-error.ts';

const gigabyte = 1024 ** 3;
const megabytes = (bytes: number) => Math.floor(bytes / 1024 ** 2);

const reasons: Record<string, readonly [string, string]> = {
  EACCES: ['este usuario no tiene permiso', 'this user has no permission'],
  EPERM: ['este usuario no tiene permiso', 'this user has no permission'],
  EROFS: ['ese disco es de solo lectura', 'that disk is read-only'],
  ENOSPC: ['el disco está lleno', 'the disk is full'],
  EDQUOT: ['el disco está lleno para este usuario', 'the disk is full for this user'],
  EEXIST: ['es un archivo, no una carpeta', 'it is a file, not a folder'],
  ENOTDIR: ['queda debajo de un archivo', 'it is below a file'],
  ENOENT: ['ahí no se puede crear una carpeta', 'no folder can be made there'],
};

/** Does something in a folder; when the system refuses, the start ends with a line that says which folder and why. */
export function inFolder<T>(setting: string, folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof ConfigError) throw error;
    const [spanish, english] = reasons[code] ?? [code, code];
    throw wrong(
      setting,
      `no se puede escribir en ${folder}: ${spanish}`,
      `it cannot be written to: ${english}`,
    );
  }
}

/** Makes a folder and those above it. Node's own `recursive` never returns below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Makes the folder where it is missing, and writes into it to see that it can be done. */
export function makeWritable(setting: string, folder: string): void {
  inFolder(setting, folder, () => {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    try {
      writeFileSync(probe, 'x'.repeat(4096));
    } finally {
      rmSync(probe, { force: true });
    }
  });
}

/** Makes the data folder where it is missing, and does something in it. */
export function inDataFolder<T>(dataDir: string, act: () => T): T {
  return inFolder('DATA_DIR', dataDir, () => {
    makeFolder(dataDir);
    return act();
  });
}

/** Space that this process may still use where a folder is, in bytes. */
export function freeSpace(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** With less than this nothing more is written: the database needs the rest to end well and to begin again. */
const reserve = 48 * 1024 ** 2;

/** Whether the disk of a folder is so full that nothing more should be written to it. */
export function isNearlyFull(folder: string): boolean {
  return freeSpace(folder) < reserve;
}

/** Ends the start when less than a gigabyte is free where a folder is. */
export function requireSpace(setting: string, folder: string, free = freeSpace(folder)): void {
  if (free >= gigabyte) return;
  throw wrong(
    setting,
    `quedan ${megabytes(free)} MB libres en el disco de ${folder}; hace falta 1 GB`,
    `${megabytes(free)} MB are free on that disk; 1 GB is needed`,
  );
}
