import { setTimeout as pause } from 'node:timers/promises';
import { lineOf } from '#app/platform/config/config-error.ts';

/** One life of something that is kept running. */
export type Run = {
  /** It serves; rejected with the reason when it ends before. */
  ready: Promise<unknown>;
  /** It has ended, with the reason in a few words; never rejected. */
  ended: Promise<string>;
  end: () => Promise<void>;
};

export type Kept = {
  /** The first life serves; what cannot even begin is not tried again. */
  ready: Promise<void>;
  /** Ends it for good. */
  stop: () => Promise<void>;
  /** Ends it politely and starts it at once. */
  restart: () => Promise<void>;
};

type Wanted = {
  name: string;
  start: () => Run;
  /** Told each death in one line. */
  tell: (line: string) => void;
  /** Told, once, in one line, that it dies again and again. */
  onHopeless: (line: string) => void;
  /** Deaths whose cause may pass do not end everything (a full disk). */
  isForgiven?: () => boolean;
  pauses?: number[];
};

/** Milliseconds before each new start; two minutes of dying again and again are the end. */
const growing = [100, 500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000];
/** One that has lived so long died for a new reason. */
const steady = 60_000;

/** Keeps something running: after any death it is started again, with growing pauses. */
export function keepRunning(wanted: Wanted): Kept {
  const { name, start, tell, onHopeless, isForgiven = () => false, pauses = growing } = wanted;
  let stopping = false;
  let deaths = 0;
  let waking = new AbortController();
  let run = start();
  const first = run;

  const live = async () => {
    for (;;) {
      const began = performance.now();
      const why = await run.ended;
      if (stopping) return;
      if (!waking.signal.aborted) {
        deaths = performance.now() - began > steady ? 1 : deaths + 1;
        if (deaths > pauses.length && !isForgiven()) {
          onHopeless(
            lineOf(
              name,
              `terminó ${deaths} veces seguidas, la última por ${why}`,
              `it ended ${deaths} times in a row, the last time by ${why}`,
            ),
          );
          return;
        }
        const wait = pauses[Math.min(deaths, pauses.length) - 1] ?? 0;
        const seconds = wait / 1000;
        tell(
          lineOf(
            name,
            `terminó (${why}); vuelve a empezar en ${seconds} s`,
            `it ended (${why}) and starts again in ${seconds} s`,
          ),
        );
        await pause(wait, undefined, { signal: waking.signal }).catch(() => undefined);
        if (stopping) return;
      }
      waking = new AbortController();
      run = start();
      run.ready.catch(() => undefined);
    }
  };
  const ready = first.ready.then(() => void live());
  ready.catch(() => isForgiven() && void live());
  return {
    ready,
    stop: async () => {
      stopping = true;
      waking.abort();
      await run.end();
    },
    restart: async () => {
      deaths = 0;
      waking.abort();
      await run.end();
    },
  };
}
