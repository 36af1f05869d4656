import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { createServer as createVite } from 'vite';
import {
  brokenPage,
  editionCookie,
  isOutdated,
  withReload,
} from '#app/platform/bundle/live-reload.server.ts';
import { cannotListen } from '#app/platform/config/check-port.server.ts';
import { config } from '#app/platform/config/config.server.ts';

/**
 * The web process of development. Vite runs every source, also the plain modules that Node runs itself elsewhere:
 * what was edited, and all that imports it, is read again at the next request, and open pages reload.
 */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here('..');
const settings = config();
const inData = [`${settings.dataDir}/**`, '**/.data/**'];
const say = (text: string) => void process.stdout.write(`${text}\n`);

const server = createServer((req, res) => vite.middlewares(req, res, () => void answer(req, res)));
const vite = await createVite({
  configFile: here('../remix.config.js'),
  appType: 'custom',
  logLevel: 'warn',
  server: {
    middlewareMode: true,
    hmr: { server },
    watch: { ignored: [...inData, '**/build/**', '**/test-results/**'] },
    fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', ...inData] },
  },
});

const load = async <T>(path: string) => (await vite.ssrLoadModule(path)) as T;
const loadBuild = async () => await load<ServerBuild>('virtual:remix/server-build');

let edits = 0;
/** Which state of the sources is shown: begins anew with the process, and with every edit. */
const edition = () => `${process.pid}-${edits}`;

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const shown = edition();
  try {
    const { createListener } = await load<typeof import('#app/platform/http/handler.server.ts')>(
      '/app/platform/http/handler.server.ts',
    );
    const remix = createRequestHandler(await loadBuild(), 'development');
    createListener(async (...asked) => withReload(await remix(...asked), shown))(req, res);
  } catch (error) {
    res.setHeader('Set-Cookie', editionCookie(shown));
    res.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
    res.end(brokenPage(reasonOf(error)));
  }
}

/** What went wrong, and where in our own sources. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  vite.ssrFixStacktrace(error);
  const lines = (error.stack ?? error.message).split('\n');
  return lines.filter((line) => !/^\s+at .*(node_modules|node:|virtual:)/.test(line)).join('\n');
}

/** The demonstration's time can be moved; every process follows. */
async function followClock(): Promise<void> {
  const { setClockOffset } = await load<typeof import('#app/platform/clock/clock.server.ts')>(
    '/app/platform/clock/clock.server.ts',
  );
  const { readClockOffset } = await load<
    typeof import('#app/platform/clock/read-offset.server.ts')
  >('/app/platform/clock/read-offset.server.ts');
  setClockOffset(await readClockOffset());
}

/** Which city it is may be changed; every process follows. */
async function readCity(): Promise<void> {
  const { refreshCity } = await load<typeof import('#app/platform/city/read-city.server.ts')>(
    '/app/platform/city/read-city.server.ts',
  );
  await refreshCity();
}

/** Whether pages show this file: a module of theirs, or one that they may have missed; a message, a static file. */
function isShown(event: string, path: string): boolean {
  const file = relative(root, path);
  if (/^(locales|public)\//.test(file) || (event !== 'change' && /^app\//.test(file))) return true;
  const { ssr, client } = vite.environments;
  return [ssr, client].some((at) => (at.moduleGraph.getModulesByFile(path)?.size ?? 0) > 0);
}

const edited = new Set<string>();
let timer: NodeJS.Timeout | undefined;

/** Reads again what was edited, then lets open pages reload. */
async function refresh(): Promise<void> {
  const files = [...edited].join(', ');
  edited.clear();
  await loadBuild().catch((error: unknown) => say(reasonOf(error)));
  vite.ws.send({ type: 'full-reload' });
  say(`Convite: ${files}`);
}

vite.watcher.on('all', (event, path) => {
  const file = relative(root, path);
  if (file === 'remix.config.js') {
    say(`Convite: ${file}`);
    process.exit(0); // a process that reads it takes its place
  }
  process.send?.({ changed: file });
  if (!isShown(event, path)) return;
  edits += 1;
  edited.add(file);
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), 80);
});
vite.ws.on('connection', (socket, request) => {
  if (isOutdated(request.headers.cookie, edition()))
    socket.send(JSON.stringify({ type: 'full-reload' }));
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.closeAllConnections();
  await vite.close().catch(() => undefined);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => undefined); // the parent decides
process.on('disconnect', () => void stop());

server.on('error', (error: NodeJS.ErrnoException) => {
  say(cannotListen(settings.host, settings.port, error.code).message);
  process.exit(1);
});
server.listen(settings.port, settings.host);
await loadBuild().catch((error: unknown) => say(reasonOf(error)));
await readCity().catch(() => undefined);
setInterval(() => void readCity().catch(() => undefined), 2000).unref();
await followClock().catch(() => undefined);
if (settings.demo) setInterval(() => void followClock().catch(() => undefined), 2000).unref();
process.send?.({ ready: true });
