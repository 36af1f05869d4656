import cluster from 'node:cluster';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lineOf } from '#app/platform/config/config-error.ts';
import { childRun, endWhenStuck } from '#app/platform/processes/child-run.server.ts';
import { keepRunning, type Kept } from '#app/platform/processes/keep-running.server.ts';
import type { StandIn } from '#app/platform/processes/stand-in.server.ts';

/** The web processes and the worker, and how to end them. */
export type Processes = {
  ready: Promise<unknown>;
  restartWorker: () => Promise<void>;
  stop: () => Promise<void>;
};

type Message = { changed?: string; opening?: true };
type Wanted = {
  env: NodeJS.ProcessEnv;
  webProcesses: number;
  dev: boolean;
  /** Serves while no web process does. */
  standIn: StandIn;
  tell: (line: string) => void;
  /** Told when one dies again and again. */
  onHopeless: (line: string) => void;
  /** Told which file was edited (development). */
  onEdit: (file: string) => void;
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the web processes and the worker; one that dies, or answers nothing for ten seconds, is replaced. */
export function runProcesses(wanted: Wanted): Processes {
  const { env, webProcesses, dev, standIn, tell, onHopeless, onEdit } = wanted;
  const living = new Set<ChildProcess>();
  let stopping = false;
  // Each web process accepts for itself: what it had not taken when it died waits for another one, or is closed
  // with it. Handed over by this process it would stay open, and its visitor wait, for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: here(dev ? 'server.dev.ts' : 'server.ts') });

  const startWeb = () => {
    const web = cluster.fork(env).process;
    living.add(web);
    web.on('message', ({ changed, opening }: Message) => {
      if (changed) onEdit(changed);
      if (opening) standIn.close();
    });
    web.once('exit', () => {
      living.delete(web);
      if (living.size === 0 && !stopping && !dev) void standIn.open();
    });
    const run = childRun(web);
    const stuck = lineOf('web', 'no responde; se reemplaza', 'it does not answer and is replaced');
    if (!dev) run.ready.then(() => endWhenStuck(web, () => tell(stuck)), ignore);
    return run;
  };
  const keep = (name: string, start: () => ReturnType<typeof childRun>): Kept =>
    keepRunning({ name, start, tell, onHopeless, isForgiven: () => dev });

  const webs = Array.from({ length: dev ? 1 : webProcesses }, () => keep('web', startWeb));
  const served = Promise.all(webs.map((web) => web.ready));
  let worker: Kept | undefined;
  const startWorker = () =>
    (worker = keep('worker', () => childRun(fork(here('worker.server.ts'), [], { env }))));
  // In development pages come first: reading all sources takes a processor for itself.
  const ready = dev
    ? served.then(() => void startWorker().ready.catch((error: Error) => tell(error.message)))
    : Promise.all([served, startWorker().ready]);
  return {
    ready,
    restartWorker: async () => await worker?.restart(),
    stop: async () => {
      stopping = true;
      standIn.close();
      await Promise.all([...webs, ...(worker ? [worker] : [])].map((each) => each.stop()));
      standIn.close();
    },
  };
}

const ignore = () => undefined;
