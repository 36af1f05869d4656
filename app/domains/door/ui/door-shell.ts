import { certain } from '#app/kernel/certain.ts';

/**
 * The service worker keeps the door's page and its files, without anybody's name, so that it opens
 * with no connection.
 */
const worker = '/puerta.js';
const scope = '/facilitacion/';

const pageOf = (meetingId: string) => `/facilitacion/talleres/${meetingId}`;

/** Files that this page uses, as the browser loaded them. */
function filesHere(): string[] {
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  const named = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]'),
  ].map((element) => ('href' in element ? element.href : element.src));
  const own = [...loaded, ...named]
    .map((name) => new URL(name, location.href))
    .filter((url) => url.origin === location.origin);
  return [...new Set(own.map((url) => url.pathname))].filter(
    (path) =>
      path.startsWith('/assets/') || path === '/favicon.svg' || path === '/site.webmanifest',
  );
}

async function ask<T>(message: unknown): Promise<T> {
  await navigator.serviceWorker.register(worker, { scope });
  const { active } = await navigator.serviceWorker.ready;
  return await new Promise<T>((done, fail) => {
    const channel = new MessageChannel();
    const timer = setTimeout(() => fail(new Error('the worker does not answer')), 60_000);
    channel.port1.onmessage = (event: MessageEvent<T>) => {
      clearTimeout(timer);
      done(event.data);
    };
    certain(active).postMessage(message, [channel.port2]);
  });
}

/**
 * Keeps the page for later; false when something could not be kept, and it would not open without
 * connection.
 */
export async function keepShell(meetingId: string, more: string[]): Promise<boolean> {
  const page = pageOf(meetingId);
  const files = [...filesHere(), ...more];
  const asked = await ask<{ kept: boolean }>({ type: 'keep', page, files }).catch(() => null);
  return asked?.kept === true || (await isShellKept(meetingId));
}

/**
 * Whether the page was kept before: without connection it cannot be kept anew, and opens all the same.
 * A page is never kept without its files.
 */
export async function isShellKept(meetingId: string): Promise<boolean> {
  const page = pageOf(meetingId);
  return (await caches.match(page, { ignoreSearch: true, ignoreVary: true })) !== undefined;
}

/** Forgets the kept page, once the device is cleared. */
export async function dropShell(meetingId: string): Promise<void> {
  await ask({ type: 'drop', page: pageOf(meetingId) }).catch(() => undefined);
}
