import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inDataFolder, makeWritable, requireSpace } from './data-folder.server.ts';
import { writeWhole } from './whole-file.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe('a data folder', () => {
  it('is made with those above it, tried, and left as it was', () => {
    const deep = join(folder, 'a', 'b');
    makeWritable('DATA_DIR', deep);
    expect(readdirSync(deep)).toEqual([]);
  });

  it('needs a gigabyte', () => {
    requireSpace('DATA_DIR', folder, 1024 ** 3);
    expect(() => requireSpace('DATA_DIR', folder, 12 * 1024 ** 2)).toThrow(
      `DATA_DIR: quedan 12 MB libres en el disco de ${folder}; hace falta 1 GB / ` +
        '12 MB are free on that disk; 1 GB is needed',
    );
  });

  it.each([
    ['ENOSPC', 'el disco está lleno', 'the disk is full'],
    ['EROFS', 'ese disco es de solo lectura', 'that disk is read-only'],
    ['EACCES', 'este usuario no tiene permiso', 'this user has no permission'],
    ['EIO', 'EIO', 'EIO'],
  ])('that refuses with %s is named with the reason', (code, spanish, english) => {
    expect(() => inDataFolder(folder, refused(code))).toThrow(
      `DATA_DIR: no se puede escribir en ${folder}: ${spanish} / it cannot be written to: ${english}`,
    );
  });
});

describe('a file written whole', () => {
  it('takes the place of the one before, and keeps it when it cannot be written', () => {
    const file = join(folder, 'kept');
    writeFileSync(file, 'before');
    expect(() => writeWhole(join(file, 'below'), 'x')).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('before');
    writeWhole(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
