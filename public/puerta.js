/**
 * The service worker of the doors. It keeps the page of a meeting's door in the form that has nobody's name
 * (`?_lista=no`), with its files, and gives it when the network does not answer. Everything else passes by untouched.
 */
const doorPage = /^\/facilitacion\/talleres\/[0-9a-f-]{36}$/;
const patience = 6000;
const cacheOf = (page) => `puerta:${page}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Files have the hash of their content in their name: one that is kept is right. */
async function keepFile(cache, path) {
  if (path.startsWith('/assets/') && (await cache.match(path, { ignoreVary: true }))) return true;
  const answer = await fetch(path, { credentials: 'same-origin' });
  if (!answer.ok) return false;
  await cache.put(path, answer);
  return true;
}

async function keep(page, files) {
  const answer = await fetch(`${page}?_lista=no`, { credentials: 'same-origin', cache: 'no-store' });
  const isPage = answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html');
  if (!isPage) return false;
  const html = await answer.clone().text();
  const wanted = [...new Set([...files, ...(html.match(/\/assets\/[\w.-]+/g) ?? [])])];
  const cache = await caches.open(cacheOf(page));
  // The files first: a page is never kept without what it needs.
  for (const path of wanted) if (!(await keepFile(cache, path))) return false;
  await cache.put(page, answer);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== page && !wanted.includes(pathname)) await cache.delete(request);
  }
  return true;
}

self.addEventListener('message', (event) => {
  const { type, page, files } = event.data ?? {};
  const port = event.ports[0];
  if (!port || !doorPage.test(page)) return;
  const answer = type === 'keep' ? keep(page, files).catch(() => false) : caches.delete(cacheOf(page));
  event.waitUntil(answer.then((kept) => port.postMessage({ kept })));
});

/** The network's answer, or the kept page when it does not come in time or the server is away. */
async function openDoor(event, page) {
  const kept = await (await caches.open(cacheOf(page))).match(page, { ignoreSearch: true, ignoreVary: true });
  if (!kept) return await fetch(event.request);
  const late = new Promise((done) => setTimeout(() => done(undefined), patience));
  const answer = await Promise.race([fetch(event.request).catch(() => undefined), late]);
  return answer && answer.status < 500 ? answer : kept;
}

async function openFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? (await fetch(request));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (doorPage.test(url.pathname)) event.respondWith(openDoor(event, url.pathname));
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg' || url.pathname === '/site.webmanifest') {
    event.respondWith(openFile(request));
  }
});
