import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import { removeEmbedded } from '#app/platform/db/embedded.server.ts';
import { freePort } from '#tests/free-port.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { until } from '#tests/until.ts';
import { environmentOf } from './app-process.ts';
import { findChromium, installChromium } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether an app says that it can do everything. */
async function serves(url: string): Promise<boolean> {
  return await fetch(`${url}/salud/lista`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Seeds the data of the journeys; builds meanwhile when the build is older than its sources. */
async function prepareData(env: NodeJS.ProcessEnv): Promise<void> {
  const seeding = spawn(process.execPath, ['tests/e2e/prepare-data.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const [[code]] = await Promise.all([once(seeding, 'exit') as Promise<[number]>, buildIfOld()]);
  if (code !== 0) throw new Error(`The data of the journeys could not be prepared (${code})`);
}

/**
 * Starts the app as `npm start` does, on a free port with data of its own. With E2E_URL and
 * E2E_DATA_DIR a running one is used.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_URL']) {
    if (!process.env['E2E_DATA_DIR'])
      throw new Error(
        'E2E_URL needs E2E_DATA_DIR: journeys prepare what no page can make in its database',
      );
    return undefined;
  }
  if (!findChromium() && !installChromium((line) => void process.stdout.write(`${line}\n`)))
    throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH');
  process.env['E2E_STATES'] = temporaryFolder('states');
  process.env['E2E_ALONE'] = '1';
  const dataDir = temporaryFolder('journeys');
  const port = await freePort();
  // `localhost`, as people type it: cookies and the origin check see the host that was asked.
  const url = `http://localhost:${port}`;
  const env = environmentOf(dataDir, port);
  await prepareData(env);
  let output = '';
  const app = spawn(process.execPath, ['app/start.server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    detached: true,
  });
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  const signal = (name: NodeJS.Signals, pid = app.pid!) => {
    try {
      process.kill(pid, name);
    } catch {
      // it has ended
    }
  };
  // However this run ends, the app is told to stop; it then stops its database by itself.
  process.once('exit', () => signal('SIGTERM'));
  process.once('SIGTERM', () => process.exit(143));
  const stop = async () => {
    signal('SIGTERM');
    for (let i = 0; i < 200 && app.exitCode === null && app.signalCode === null; i += 1)
      await pause(100);
    signal('SIGKILL', -app.pid!);
    await removeEmbedded(dataDir);
    if (output.trim())
      process.stdout.write(`\nWhat the app said during the journeys:\n${output.trim()}\n`);
  };
  try {
    await until({ child: app, said: () => output }, 'the app', async () => await serves(url), 180);
  } catch (error) {
    await stop();
    throw error;
  }
  output = ''; // what it says from here on is a warning or an error
  process.env['E2E_URL'] = url;
  process.env['E2E_DATA_DIR'] = dataDir;
  return stop;
}
