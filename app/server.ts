import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import sirv from 'sirv';
import { followCity } from '#app/platform/city/read-city.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { readClockOffset } from '#app/platform/clock/read-offset.server.ts';
import { cannotListen } from '#app/platform/config/check-port.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { closeDatabase } from '#app/platform/db/db.server.ts';
import { createListener } from '#app/platform/http/handler.server.ts';
import { createSectionedHandler } from '#app/platform/http/sections.server.ts';
import { commonHeaders } from '#app/platform/http/headers.ts';
import { closeQueue } from '#app/platform/jobs/enqueue.server.ts';
import { endWithParent } from '#app/platform/processes/end-with-parent.server.ts';
import { watchStalls } from '#app/platform/processes/watch-stalls.server.ts';
import { log } from '#app/platform/log/log.server.ts';

/** One web process: static files, then the Remix app. */

type RemixHandler = ReturnType<typeof createSectionedHandler>;
type Middleware = (
  req: import('node:http').IncomingMessage,
  res: import('node:http').ServerResponse,
  next: () => void,
) => void;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function builtApp(): Promise<{
  middleware: Middleware;
  handler: RemixHandler;
  words: string[];
}> {
  const build = (await import(
    new URL('../build/server/index.js', import.meta.url).href
  )) as ServerBuild;
  const files = sirv(here('../build/client'), {
    etag: true,
    setHeaders: (res, path) => {
      for (const [name, value] of Object.entries(commonHeaders)) res.setHeader(name, value);
      res.setHeader(
        'Cache-Control',
        path.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
      );
    },
  });
  return {
    middleware: files,
    handler: createSectionedHandler(build, 'production'),
    words: Object.values(build.routes).flatMap((route) => route?.path?.split('/') ?? []),
  };
}

const { middleware, handler, words } = await builtApp();
const listen = createListener(handler);
const watch = watchStalls(words);
const server = createServer((req, res) => {
  watch(req, res);
  middleware(req, res, () => listen(req, res));
});
server.headersTimeout = 20_000;
server.requestTimeout = 60_000;

await followCity();
const followClock = async () => setClockOffset(await readClockOffset());
await followClock().catch(() => undefined);
if (config().demo) setInterval(() => void followClock().catch(() => undefined), 2000).unref();

/** Lets the requests on their way end, for three seconds at most. */
async function stop(): Promise<void> {
  const served = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3000).unref();
  await served;
  await closeQueue();
  await closeDatabase();
}
endWithParent(stop);

server.on('error', (error: NodeJS.ErrnoException) => {
  const { message } = cannotListen(config().host, config().port, error.code);
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
// Who answered in our place leaves the address to us.
process.send?.({ opening: true });
server.listen(config().port, config().host, () => {
  log.debug({ port: config().port }, 'web process ready');
  process.send?.({ ready: true });
});
