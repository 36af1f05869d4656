import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentOf } from '#tests/e2e/app-process.ts';
import { freePort } from '#tests/free-port.ts';
import { until } from '#tests/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Process = { pid: number; parent: number; words: string };

type Answered = { status: number; retryAfter: string; ms: number };

/** Every process of this machine (Linux). */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const state = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (state[0] === 'Z') return [];
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(state[1]), words }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

/** A process and all that came from it. */
export function familyOf(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter((each) => each.pid === pid), ...below(pid)];
}

/** The sockets that listen on a port, as the files of their processes name them. */
function listenersOf(port: number): Set<string> {
  const rows = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1),
  );
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const found = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(hex) && state === '0A');
  return new Set(found.map((fields) => `socket:[${fields[9]}]`));
}

function sharesSocket(pid: number, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((file) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${file}`));
      } catch {
        return false; // it was closed meanwhile
      }
    });
  } catch {
    return false; // it has ended meanwhile
  }
}

const marks = { main: 'app/start.', web: 'app/server.ts', worker: 'app/worker.server.ts' } as const;

/** `npm start` on a data folder, as somebody else would run it. */
export class RunningApp {
  readonly url: string;
  readonly #npm: ReturnType<typeof spawn>;
  #said = '';
  /** Those that were killed: some are still there for a moment, and do not count. */
  readonly #killed = new Set<number>();
  /** The exit code of `npm start`. */
  readonly ended: Promise<number | null>;

  private constructor(url: string, npm: ReturnType<typeof spawn>) {
    this.url = url;
    this.#npm = npm;
    for (const stream of [npm.stdout!, npm.stderr!])
      stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    this.ended = once(npm, 'close').then(([code]) => code as number | null);
  }

  /** Starts it, with settings of its own if any, and waits until it serves. */
  static async start(dataDir: string, settings: Record<string, string> = {}): Promise<RunningApp> {
    const port = await freePort();
    const env = { ...environmentOf(dataDir, port), WEB_PROCESSES: '2', ...settings };
    const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const app = new RunningApp(`http://localhost:${port}`, npm);
    await app.until('the start', async () => app.#said.includes('Ctrl-C'), 120);
    return app;
  }

  /** All that it said so far. */
  get said(): string {
    return this.#said;
  }

  /** The numbers of its processes of a kind; of the database also those that it started. */
  pids(kind: keyof typeof marks | 'database' | 'all'): number[] {
    const family = familyOf(this.#npm.pid!);
    if (kind === 'all') return family.map(({ pid }) => pid);
    if (kind !== 'database')
      return family.filter(({ words }) => words.includes(marks[kind])).map(({ pid }) => pid);
    const server = family.find(({ words }) => /postgres.* -D /.test(words));
    return server ? familyOf(server.pid).map(({ pid }) => pid) : [];
  }

  /** Sends a signal to its processes of a kind; of the database, in case of death, to its first one alone. */
  signal(kind: Parameters<RunningApp['pids']>[0], signal: NodeJS.Signals): void {
    const pids = this.pids(kind);
    const [first] = pids;
    const aims = kind === 'database' && signal === 'SIGKILL' && first ? [first] : pids;
    if (aims.length === 0) throw new Error(`no ${kind} runs\n${this.#said}`);
    for (const pid of aims)
      try {
        if (signal === 'SIGKILL') this.#killed.add(pid);
        process.kill(pid, signal);
      } catch {
        // it ended just now
      }
  }

  /** Tells `npm` to end, and waits: the exit code. */
  async stop(): Promise<number | null> {
    this.#npm.kill('SIGTERM');
    return await this.ended;
  }

  /** What an address answers, and in how many milliseconds; status 0 when nobody does. */
  async ask(path: string, form?: Record<string, string>): Promise<Answered> {
    const began = performance.now();
    const answered = await fetch(`${this.url}${path}`, {
      redirect: 'manual',
      // A connection that is kept may be closed in the moment in which it is used again.
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(60_000),
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return { status: answer.status, retryAfter: answer.headers.get('retry-after') ?? '' };
      },
      () => ({ status: 0, retryAfter: '' }),
    );
    return { ...answered, ms: performance.now() - began };
  }

  /** Waits until something holds; at most so many seconds. */
  async until(what: string, holds: () => Promise<boolean>, seconds = 60): Promise<void> {
    await until({ child: this.#npm, said: () => this.#said }, what, holds, seconds);
  }

  #living(kind: 'worker' | 'web'): number[] {
    return this.pids(kind).filter((pid) => !this.#killed.has(pid));
  }

  /** How many of its web processes take requests: one that is still starting leaves them all to the other. */
  #listening(): number {
    const sockets = listenersOf(Number(new URL(this.url).port));
    return this.#living('web').filter((pid) => sharesSocket(pid, sockets)).length;
  }

  /** Whether several who ask at once, and so both web processes, are told that it is ready. */
  async #ready(): Promise<boolean> {
    const answers = await Promise.all(Array.from({ length: 6 }, () => this.ask('/salud/lista')));
    return answers.every(({ status }) => status === 200);
  }

  /** Waits until it can do everything. */
  async well(seconds = 60): Promise<void> {
    await this.until(
      'readiness',
      async () =>
        this.#living('worker').length === 1 && this.#listening() === 2 && (await this.#ready()),
      seconds,
    );
  }
}
