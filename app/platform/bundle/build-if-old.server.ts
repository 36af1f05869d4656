import { spawn } from 'node:child_process';
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

/** Whether the build is missing or older than its sources. */
export function isBuildOld(): boolean {
  const built = join(root, 'build/server/index.js');
  const sources = Math.max(
    ...['app', 'public', 'locales'].map((folder) => newestBelow(join(root, folder))),
    statSync(join(root, 'package.json')).mtimeMs,
  );
  return !existsSync(built) || statSync(built).mtimeMs <= sources;
}

/** Builds the app when the build is missing or older than its sources; `before` is told first. */
export async function buildIfOld(before: () => void = () => undefined): Promise<void> {
  if (!isBuildOld()) return;
  before();
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  const build = spawn(process.execPath, [cli, 'vite:build', '--config', 'remix.config.js'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => build.kill();
  process.once('exit', end);
  let output = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    build.once('error', fail);
    build.once('close', done);
  });
  process.off('exit', end);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
