import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read, complete or not at all: under a temporary name, onto the disk,
 * then under its own name. A full disk leaves what was there before.
 */
export function writeWhole(file: string, text: string): void {
  const partial = `${file}.${process.pid}.new`;
  try {
    writeFileSync(partial, text, { mode: 0o600, flush: true });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
