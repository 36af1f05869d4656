import { fileURLToPath } from 'node:url';
import { buildIfOld, isBuildOld } from '#app/platform/bundle/build-if-old.server.ts';
import { requireFreePort } from '#app/platform/config/check-port.server.ts';
import { config, type Config } from '#app/platform/config/config.server.ts';
import { makeWritable, requireSpace } from '#app/platform/config/data-folder.server.ts';
import { foldersToFill, refuseHeldFolder } from '#app/platform/db/embedded-folder.server.ts';
import { startEmbedded } from '#app/platform/db/embedded.server.ts';
import { requireDatabases } from '#app/platform/db/require-database.server.ts';
import { standIn } from '#app/platform/processes/stand-in.server.ts';
import { editFollower } from '#app/follow-edits.server.ts';
import { runProcesses, type Processes } from '#app/run-processes.server.ts';

/**
 * `npm start`: checks what it needs, starts the embedded PostgreSQL, builds when needed, migrates, seeds, and runs
 * the web processes and the worker. `--dev` builds nothing: Vite runs the sources.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text: string) => void process.stdout.write(`${text}\n`);
const dev = process.argv.includes('--dev');

/** Everything that can be known to fail is asked first, before anything takes long. */
async function checkFirst(settings: Config): Promise<void> {
  if (settings.embedded) {
    makeWritable('DATA_DIR', settings.dataDir);
    refuseHeldFolder(settings.dataDir);
    for (const folder of foldersToFill(settings.dataDir)) requireSpace('DATA_DIR', folder);
  }
  if (!dev && isBuildOld()) {
    makeWritable('Convite', `${root}build`);
    requireSpace('Convite', root);
  }
  await requireFreePort(settings.host, settings.port);
  if (!settings.embedded)
    await requireDatabases({
      DATABASE_URL: settings.databaseUrl,
      DATABASE_OWNER_URL: settings.ownerUrl,
      DATABASE_WORKER_URL: settings.workerUrl,
    });
}

/** The database of this start: what the processes are told of it, the owner's connection, and how to stop it. */
async function openDatabase(settings: Config) {
  if (!settings.embedded)
    return {
      urls: {},
      web: settings.databaseUrl!,
      owner: settings.ownerUrl!,
      stop: async () => undefined,
      keep: () => undefined,
    };
  const { url, stop, keep } = await startEmbedded(settings.dataDir);
  const urls = {
    CONVITE_EMBEDDED: '1',
    DATABASE_URL: url('web'),
    DATABASE_OWNER_URL: url('owner'),
    DATABASE_WORKER_URL: url('worker'),
    APP_SECRET: settings.appSecret,
  };
  return { urls, web: url('web'), owner: url('owner'), stop, keep };
}

function welcome(settings: Config, needsCoordinator: boolean): void {
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
      ['ciudadana', 'moderadora', 'circulo-gobierno', 'circulo-civil', 'coordinacion']
        .map((name) => `  ${name}@demo.convite`)
        .join(''),
    );
    say(`Los correos que envía la demostración están en ${settings.baseUrl}/buzon`);
  } else if (needsCoordinator) {
    say('Todavía no hay coordinación. Ejecuta: npm run convite -- first-coordinator CORREO');
  }
  say('Para terminar: Ctrl-C\n');
}

function sayingOf(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return message || String(stack);
}

async function main(): Promise<void> {
  const settings = config();
  await checkFirst(settings);
  let stopDatabase = async () => undefined as void;
  let processes: Processes | undefined;
  let stopping = false;
  const stop = async (code: number, lastLine?: string) => {
    if (stopping) return;
    stopping = true;
    // What a stop cuts off, such as seeding, has nothing to say of it.
    process.on('uncaughtException', () => undefined);
    await processes?.stop();
    await stopDatabase();
    if (lastLine) process.stderr.write(`${lastLine}\n`);
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop(0));
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  // What is beyond help ends everything, with its reason as the last line.
  const onHopeless = (line: string) => void stop(1, line);

  try {
    const database = await openDatabase(settings);
    stopDatabase = database.stop;
    // Many modules, which a start that is refused need not read.
    const { prepareDatabase } = await import('#app/prepare.server.ts');
    const building = () =>
      say('Convite: preparando la aplicación (una sola vez; tarda menos de un minuto)…');
    const [{ needsCoordinator }] = await Promise.all([
      prepareDatabase(database.owner, database.web, settings.demo, say),
      dev ? undefined : buildIfOld(building),
    ]);
    if (stopping) return;
    database.keep({ tell, onHopeless });
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: dev ? 'development' : 'production',
      ...database.urls,
    };
    processes = runProcesses({
      env,
      webProcesses: settings.webProcesses,
      dev,
      standIn: standIn(settings.host, settings.port),
      tell,
      onHopeless,
      onEdit: editFollower(say, async () => await processes?.restartWorker()),
    });
    await processes.ready;
    welcome(settings, needsCoordinator);
  } catch (error) {
    await stop(1, sayingOf(error));
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${sayingOf(error)}\n`);
  process.exit(1);
}
