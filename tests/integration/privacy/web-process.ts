import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import { childRun } from '#app/platform/processes/child-run.server.ts';
import { freePort } from '#tests/free-port.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A web process as it is in service, on a database of a test; `said` is its log so far. */
export async function startWeb(
  databaseUrl: string,
): Promise<{ url: string; said: () => string; stop: () => Promise<void> }> {
  await buildIfOld();
  const port = await freePort();
  let output = '';
  const web = spawn(process.execPath, ['app/server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      APP_SECRET: process.env['APP_SECRET'],
      BASE_URL: `http://localhost:${port}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      DEMO: '0',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'trace',
    } as unknown as NodeJS.ProcessEnv,
  });
  for (const stream of [web.stdout, web.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const { ready, end } = childRun(web);
  await ready.catch((cause: unknown) => {
    throw new Error(`No web process:\n${output}`, { cause });
  });
  return { url: `http://localhost:${port}`, said: () => output, stop: end };
}
