import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';

/** What both threads see: a count that the watched one keeps raising, and the routes it is busy with. */
export const layout = { slots: 32, bytes: 96, head: 8, beat: 200 };

/**
 * Names an address by its route: words that no route has (ids, links, codes) are not told. `words` are the parts
 * of the routes' paths.
 */
export function routeNamer(words: string[]): (address: string) => string {
  const known = new Set(words.filter((word) => /^[\w.-]+$/.test(word)));
  return (address) =>
    (address.split('?')[0] ?? '')
      .split('/')
      .map((part) =>
        part === '' || known.has(part) || known.has(part.replace(/\.data$/, '')) ? part : ':',
      )
      .join('/');
}

/**
 * Watches the event loop from a thread of its own, which can still speak when this one cannot: a stall of a second
 * or more is logged with the routes that were on their way. Returns what each request is announced to.
 */
export function watchStalls(words: string[]): (req: IncomingMessage, res: ServerResponse) => void {
  const { slots, bytes, head, beat } = layout;
  const shared = new SharedArrayBuffer(head + slots * bytes);
  const count = new Int32Array(shared, 0, 1);
  const thread = new Worker(new URL('./stall-thread.server.ts', import.meta.url), {
    workerData: shared,
  });
  thread.on('error', () => undefined);
  thread.unref();
  setInterval(() => Atomics.add(count, 0, 1), beat).unref();

  const nameOf = routeNamer(words);
  const free = Array.from({ length: slots }, (_, slot) => slot);
  return (req, res) => {
    const slot = free.pop();
    if (slot === undefined) return;
    const place = Buffer.from(shared, head + slot * bytes, bytes);
    place[place.write(`${req.method} ${nameOf(req.url ?? '')}`, 0, bytes - 1, 'latin1')] = 0;
    res.once('close', () => {
      place[0] = 0;
      free.push(slot);
    });
  };
}
