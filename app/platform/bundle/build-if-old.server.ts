import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The newest change of anything below a folder. */
function newestBelow(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestBelow(path) : statSync(path).mtimeMs);
  }
  return newest;
}

/** Builds the app when the build is missing or older than its sources; `before` is told first. */
export function buildIfOld(before: () => void = () => undefined): void {
  const built = join(root, 'build/server/index.js');
  const sources = Math.max(
    ...['app', 'public', 'locales'].map((folder) => newestBelow(join(root, folder))),
    statSync(join(root, 'package.json')).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs > sources) return;
  before();
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  const build = spawnSync(process.execPath, [cli, 'vite:build', '--config', 'remix.config.js'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
}
