import { performance } from 'node:perf_hooks';
import { workerData } from 'node:worker_threads';
import { log } from '#app/platform/log/log.server.ts';
import { layout } from './watch-stalls.server.ts';

/** The thread that watches another one's event loop; see `watchStalls`. */

const { slots, bytes, head, beat } = layout;
const shared = workerData as SharedArrayBuffer;
const count = new Int32Array(shared, 0, 1);
const long = 1000;

/** The routes that are on their way, each with how often. */
function routes(): Record<string, number> {
  const found: Record<string, number> = {};
  for (let slot = 0; slot < slots; slot += 1) {
    const place = Buffer.from(shared, head + slot * bytes, bytes);
    const name = place.toString('latin1', 0, place.indexOf(0));
    if (name) found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

let seen = -1;
let moved = performance.now();
let looked = moved;
let told = 0;

setInterval(() => {
  const now = performance.now();
  // The whole process slept, or the machine did: that is no stall.
  if (now - looked > long) moved = now;
  looked = now;
  const counted = Atomics.load(count, 0);
  const stalled = Math.round(now - moved);
  if (counted !== seen) {
    if (told > 0) log.warn({ ms: stalled }, 'event loop moves again');
    seen = counted;
    moved = now;
    told = 0;
  } else if (stalled > long * 2 ** told) {
    log.warn({ ms: stalled, routes: routes() }, 'event loop stalled');
    told += 1;
  }
}, beat);
