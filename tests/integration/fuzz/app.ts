import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import { childRun } from '#app/platform/processes/child-run.server.ts';
import { freePort } from '#tests/free-port.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type Sent = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | undefined;
};
export type Got = { status: number; headers: NodeJS.Dict<string | string[]>; cpu: number };

/** One web process over a test's database; every answer comes with the CPU seconds that it took. */
export class FuzzedApp {
  readonly #child: ChildProcess;
  readonly #port: number;
  /** What the process wrote to its log. */
  said = '';

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#port = port;
    child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  static async start(
    databaseUrl: string,
    env: Record<string, string | undefined> = {},
  ): Promise<FuzzedApp> {
    await buildIfOld();
    const port = await freePort();
    const child = spawn(process.execPath, ['app/server.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        HOST: '127.0.0.1',
        BASE_URL: `http://localhost:${port}`,
        LOG_LEVEL: 'error',
        ...env,
      },
    });
    const app = new FuzzedApp(child, port);
    await childRun(child).ready.catch((cause: unknown) => {
      throw new Error(`No app:\n${app.said}`, { cause });
    });
    return app;
  }

  /** CPU seconds of the process so far (`/proc`, in hundredths). */
  #cpu(): number {
    const [user, system] = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  }

  /** Sends a request and reads its answer to the end. */
  async send({ method, path, headers = {}, body }: Sent): Promise<Got> {
    const before = this.#cpu();
    const answer = await new Promise<Omit<Got, 'cpu'>>((done, fail) => {
      const asked = request(
        { port: this.#port, host: '127.0.0.1', method, path, headers, timeout: 60_000 },
        (response) => {
          response
            .resume()
            .on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers }));
        },
      );
      asked.on('error', fail).on('timeout', () => asked.destroy(new Error('no answer in 60 s')));
      asked.end(body);
    });
    return { ...answer, cpu: this.#cpu() - before };
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
