import cluster, { type Worker } from 'node:cluster';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The web processes and the worker, and how to end them. */
export type Processes = {
  ready: Promise<unknown>;
  restartWorker: () => Promise<void>;
  stop: () => Promise<void>;
};

type Message = { ready?: boolean; changed?: string };
type Wanted = {
  env: NodeJS.ProcessEnv;
  webProcesses: number;
  dev: boolean;
  /** Told when a process is gone that nothing replaces. */
  onLost: () => void;
  /** Told which file was edited (development). */
  onEdit: (file: string) => void;
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const mostDeaths = 20;
const patience = 8000;
const ignore = () => undefined;

async function readiness(child: ChildProcess, name: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    child.on('message', (message: Message) => message.ready && done());
    child.once('exit', (code) =>
      fail(new Error(`The ${name} process ended (${code}) before it was ready`)),
    );
  });
}

/** Ends a process politely, and after eight seconds in any case. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(late);
}

/** Runs the web processes and the worker. One that dies is replaced; when they die again and again, that is told. */
export function runProcesses({ env, webProcesses, dev, onLost, onEdit }: Wanted): Processes {
  let stopping = false;
  let deaths = 0;
  const startWorker = () => {
    const started = fork(here('worker.server.ts'), [], { env });
    started.on('exit', () => !stopping && started === worker && !dev && onLost());
    return started;
  };
  const startWeb = () => {
    const web = cluster.fork(env);
    web.on('message', (message: Message) => message.changed && onEdit(message.changed));
    return web.process;
  };
  let worker: ChildProcess | undefined;
  cluster.setupPrimary({ exec: here(dev ? 'server.dev.ts' : 'server.ts') });
  const webs = Array.from({ length: dev ? 1 : webProcesses }, startWeb);
  const served = Promise.all(webs.map((web) => readiness(web, 'web')));
  // In development pages come first: reading all sources takes a processor for itself.
  const ready = dev
    ? served.then(() => void (worker = startWorker()))
    : Promise.all([served, readiness((worker = startWorker()), 'worker')]);
  const replaceWeb = (_web: Worker, code: number) => {
    if (stopping) return;
    if (code !== 0) deaths += 1;
    if (deaths > mostDeaths) onLost();
    else startWeb();
  };
  void ready.then(() => cluster.on('exit', replaceWeb), ignore);
  return {
    ready,
    restartWorker: async () => {
      const old = worker;
      if (!old) return;
      await end(old);
      if (!stopping && worker === old) worker = startWorker();
    },
    stop: async () => {
      stopping = true;
      const living = Object.values(cluster.workers ?? {}).flatMap((web) => web?.process ?? []);
      await Promise.all([...living, ...(worker ? [worker] : [])].map(end));
    },
  };
}
