import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

it('no file, export or dependency is unused (knip)', () => {
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/knip/bin/knip.js',
      '--config',
      'tests/architecture/knip.json',
      '--no-progress',
      '--no-config-hints',
      '--reporter',
      'compact',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(`${run.stdout}${run.stderr}`.trim()).toBe('');
  expect(run.status).toBe(0);
});
