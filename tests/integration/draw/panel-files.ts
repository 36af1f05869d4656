import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Removed when the test file that imports this one ends. */
export const folder = mkdtempSync(join(tmpdir(), 'convite-draw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with this content; its path. */
export function file(content: string): string {
  const path = join(
    folder,
    `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.csv`,
  );
  writeFileSync(path, content);
  return path;
}
