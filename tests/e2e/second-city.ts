import { execFile, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';
import { childRun } from '#app/platform/processes/child-run.server.ts';
import { readBogota } from '#db/seeds/plan.ts';
import { asFile } from '#app/domains/setup/file-keys.ts';
import { freePort } from '#tests/free-port.ts';
import { environmentOf } from './app-process.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The migrated, empty database of an installation that is no demonstration. */
export const emptyDatabase = 'convite_empty';

export type SecondCity = {
  url: string;
  /** The link with which the first coordinator comes in, as the command line prints it. */
  coordinatorLink: (mail: string) => Promise<string>;
  stop: () => Promise<void>;
};

/**
 * The app once more, with nothing in it: a database of its own, where no demonstration was played. Its
 * mails are read as the demonstration's are.
 */
export async function startEmpty(): Promise<SecondCity> {
  const dataDir = process.env['E2E_DATA_DIR']!;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const database = findEmbedded(dataDir)!;
  const env = {
    ...environmentOf(dataDir, port),
    CONVITE_EMBEDDED: '1',
    DATABASE_URL: database('web', emptyDatabase),
    DATABASE_OWNER_URL: database('owner', emptyDatabase),
    DATABASE_WORKER_URL: database('worker', emptyDatabase),
  };
  const start = (file: string) =>
    childRun(
      fork(fileURLToPath(new URL(`../../app/${file}`, import.meta.url)), [], {
        execArgv: [],
        env,
      }),
    );
  const runs = [start('server.ts'), start('worker.server.ts')];
  await Promise.all(runs.map(async (each) => await each.ready));
  return {
    url,
    stop: async () => void (await Promise.all(runs.map(async (each) => await each.end()))),
    coordinatorLink: async (mail) => {
      const cli = ['app/cli.server.ts', 'first-coordinator', mail];
      const { stdout } = await run(process.execPath, cli, { cwd: root, env });
      return (JSON.parse(stdout) as { enlace: string }).enlace;
    },
  };
}

/** Five parts of a city, three of which have their people counted. */
const parts = ['Río Norte', 'La Colina', 'Centro', 'Puerto', 'Villa Salada'];

/** What a city without law tables brings from a file: five parts, and lists that name no peoples and no register. */
export function partsAndLists(): string {
  const { options } = readBogota();
  return JSON.stringify(
    asFile({
      version: 1,
      territory: {
        undivided: false,
        words: {
          es: { one: 'comuna', many: 'comunas' },
          en: { one: 'commune', many: 'communes' },
        },
        map: null,
        localities: parts.map((name, index) => ({
          code: `C${index + 1}`,
          name,
          otherNames: [],
          persons: index < 3 ? 18_340 + index : null,
          personsOn: index < 3 ? '2022-11-30' : null,
          source: 'INEC, Censo 2022',
          shape: null,
        })),
      },
      options: options?.filter(({ question }) => question !== 'etnia' && question !== 'victima'),
    }),
  );
}
