import cluster from 'node:cluster';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfOld } from '#app/platform/bundle/build-if-old.server.ts';
import { config, ConfigError } from '#app/platform/config/config.server.ts';
import { EmbeddedError, startEmbedded } from '#app/platform/db/embedded.server.ts';
import { prepareDatabase } from '#app/prepare.server.ts';

/** `npm start`: builds when needed, starts the embedded PostgreSQL, migrates, seeds, and runs the web processes and the worker. */

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);
const dev = process.argv.includes('--dev');

/** One start a data folder: the lock names the process that holds it; a dead one's lock is taken over. */
function takeLock(dataDir: string): () => void {
  const file = join(dataDir, 'lock');
  mkdirSync(dataDir, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder !== process.pid && isConvite(holder)) {
        throw new ConfigError(
          `DATA_DIR: Convite already runs on ${dataDir} (process ${holder}). Stop it first, or choose another DATA_DIR and PORT.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

function isConvite(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.server');
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

async function ready(
  child: ChildProcess | import('node:cluster').Worker,
  name: string,
): Promise<void> {
  await new Promise<void>((done, fail) => {
    child.on('message', (message: { ready?: boolean }) => message.ready && done());
    child.on('exit', (code: number | null) =>
      fail(new Error(`The ${name} process ended (${code}) before it was ready`)),
    );
  });
}

async function main(): Promise<void> {
  const settings = config();
  const unlock = takeLock(settings.dataDir);
  let stopDatabase = async () => undefined as void;
  let stopping = false;
  let worker: ChildProcess | undefined;

  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    const children = [
      ...Object.values(cluster.workers ?? {}).map((w) => w?.process),
      worker,
    ].filter((c): c is ChildProcess => c !== undefined && c.exitCode === null);
    await Promise.all(
      children.map(
        (child) =>
          new Promise<void>((done) => {
            child.once('exit', () => done());
            child.kill('SIGTERM');
            setTimeout(() => child.kill('SIGKILL'), 8000).unref();
          }),
      ),
    );
    await stopDatabase();
    unlock();
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));

  try {
    if (!dev)
      buildIfOld(() =>
        say('Convite: preparando la aplicación (una sola vez; tarda menos de un minuto)…'),
      );
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: dev ? 'development' : 'production' };
    let ownerUrl = settings.ownerUrl;
    if (settings.embedded) {
      const embedded = await startEmbedded(settings.dataDir);
      stopDatabase = embedded.stop;
      ownerUrl = embedded.url('owner');
      Object.assign(env, {
        CONVITE_EMBEDDED: '1',
        DATABASE_URL: embedded.url('web'),
        DATABASE_OWNER_URL: ownerUrl,
        DATABASE_WORKER_URL: embedded.url('worker'),
        APP_SECRET: settings.appSecret,
      });
    }
    const seeded = await prepareDatabase(
      ownerUrl!,
      env['DATABASE_URL'] ?? settings.databaseUrl!,
      settings.demo,
      say,
    );
    if (stopping) return;

    cluster.setupPrimary({ exec: join(root, 'app/server.ts'), args: dev ? ['--dev'] : [] });
    worker = fork(join(root, 'app/worker.server.ts'), [], { env });
    const webs = Array.from({ length: settings.webProcesses }, () => cluster.fork(env));
    await Promise.all([ready(worker, 'worker'), ...webs.map((web) => ready(web, 'web'))]);
    // A process that dies is replaced; one that dies again and again ends everything with its reason in the log.
    let deaths = 0;
    cluster.on('exit', () => !stopping && (++deaths > 20 ? void stop(1) : cluster.fork(env)));
    worker.on('exit', () => void stop(1));

    say(`\nConvite: ${settings.baseUrl}`);
    if (!settings.rolesSeparated && !settings.embedded)
      say(
        'Aviso: DATABASE_OWNER_URL no está definida; la separación de roles de la base de datos no está en vigor.',
      );
    if (settings.demo) {
      say(
        'Demostración. Entra en /entrar con una de estas cuentas; la clave de todas es convite-demo:',
      );
      say(
        '  ciudadana@demo.convite  moderadora@demo.convite  circulo-gobierno@demo.convite  circulo-civil@demo.convite  coordinacion@demo.convite',
      );
      say(`Los correos que envía la demostración están en ${settings.baseUrl}/buzon`);
    } else if (seeded.needsCoordinator) {
      say('Todavía no hay coordinación. Ejecuta: npm run convite -- first-coordinator CORREO');
    }
    say('Para terminar: Ctrl-C\n');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await stop(1);
  }
}

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof EmbeddedError;
  process.stderr.write(`${known ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
