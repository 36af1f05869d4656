import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}

/** Waits until an app process takes visits; an error with how it ended when it never does. */
export async function untilReady(app: ChildProcess): Promise<void> {
  await new Promise<void>((done, fail) => {
    app.on('message', (message: { ready?: boolean }) => message.ready && done());
    app.once('exit', (code) => fail(new Error(`The app ended (${code}) before it was ready`)));
  });
}

/** The settings of an app that journeys visit: a demonstration, whatever is set for another. */
export function environmentOf(dataDir: string, port: number): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    LIMITES: '0',
    LOG_LEVEL: 'warn',
  };
  for (const name of [
    'HOST',
    'BASE_URL',
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'SMTP_URL',
    'FORCE_COLOR',
  ])
    delete env[name];
  return env;
}
