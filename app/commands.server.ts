import { createFirstCoordinator } from '#app/domains/accounts/first-coordinator.server.ts';
import { checkSearch } from '#app/domains/ideas/check-search-command.server.ts';
import { importColumns, importIdeas } from '#app/domains/ideas/import-ideas.server.ts';
import { listColumns } from '#app/domains/registration/list-columns.ts';
import { importRegistrations } from '#app/domains/registration/import-registrations.server.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import {
  checkPanel,
  DrawRefused,
  redrawPanel,
  selectPanel,
} from '#app/domains/draw/select-panel.server.ts';
import { exportCity, importCity } from '#app/domains/setup/setup-commands.server.ts';
import { checks, handlers } from '#app/subjects.server.ts';
import {
  CliRefused,
  withDatabase,
  type Command,
  type Given,
  type Outcome,
} from '#app/platform/cli/command.server.ts';
import {
  existing,
  fileOf,
  mapOf,
  numberOf,
  seedOf,
  textOf,
} from '#app/platform/cli/read-arguments.server.ts';
import { readClockOffset, writeClockOffset } from '#app/platform/clock/read-offset.server.ts';
import { readDuration } from '#app/platform/clock/duration.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { generateSchema } from '#app/platform/db/describe-schema.server.ts';
import { checkPersonalData } from '#app/platform/personal-data/check-command.server.ts';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { migrateDatabase } from '#app/platform/db/migrate.server.ts';
import { checkEnvironment } from '#app/platform/cli/doctor.server.ts';
import { isSeeded, seedDemo } from '#db/seeds/demo.ts';
import { seedBench } from '#db/seeds/bench.ts';

/** The commands of the contract (section 3) that exist so far. */

const migrated = async (owner: string) => await migrateDatabase(owner, handlers);

/** What a command gives; one that its files or arguments do not allow says why and where. */
async function refused<T>(result: Promise<T>): Promise<T> {
  return await result.catch((error: unknown) => {
    if (error instanceof ImportRefused)
      throw new CliRefused(error.problems[0]?.motivo ?? error.message, error.problems);
    throw error instanceof DrawRefused ? new CliRefused(error.message, error.problems) : error;
  });
}

/** Repeats a published draw from its seed; with its record, checks it too. */
async function repeatDraw(given: Given): Promise<Outcome> {
  const lottery = existing(textOf(given, 'lottery'));
  const tokens =
    given.values['tokens'] === undefined ? undefined : existing(textOf(given, 'tokens'));
  if (given.values['record'] === undefined) {
    const seed = seedOf(given) ?? textOf(given, 'seed');
    return { output: await refused(redrawPanel(lottery, seed, tokens)) };
  }
  const output = await refused(checkPanel(lottery, existing(textOf(given, 'record')), tokens));
  return { output, failed: Object.values(output.comprobado).includes(false) };
}

function requireDemo(): void {
  if (!config().demo) throw new CliRefused('Solo en la demostración (DEMO=1).');
}

const options = { type: 'string' } as const;

export const commands: Record<string, Command> = {
  'import-ideas': {
    usage: 'ARCHIVO --commitment SLUG [--map titulo=col …] [--dry-run]',
    help: 'Trae las ideas de una consulta ya hecha. Repetirlo no crea nada dos veces.',
    options: {
      commitment: options,
      map: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    },
    run: async (given) => {
      const file = fileOf(given);
      const map = mapOf(given, importColumns);
      const commitment = textOf(given, 'commitment');
      return await withDatabase(async ({ owner }) => {
        await migrated(owner);
        return {
          output: await refused(
            importIdeas(
              { file, commitment, map, dryRun: given.values['dry-run'] === true },
              (done, total) => given.progress(`${done} de ${total} ideas`),
            ),
          ),
        };
      });
    },
  },
  'import-registrations': {
    usage: 'ARCHIVO --workshop ID [--map nombre=col …] [--dry-run]',
    help:
      'Inscribe una lista en papel o exportada, con el permiso de cada fila. ' +
      'Repetirlo no crea nada dos veces.',
    options: {
      workshop: options,
      map: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    },
    run: async (given) => {
      const file = fileOf(given);
      const map = mapOf(given, [...listColumns]);
      const workshop = textOf(given, 'workshop');
      return await withDatabase(async ({ owner }) => {
        await migrated(owner);
        return {
          output: await refused(
            importRegistrations(
              { file, workshop, map, dryRun: given.values['dry-run'] === true },
              given.progress,
            ),
          ),
        };
      });
    },
  },
  'export-setup': exportCity,
  'import-setup': importCity,
  'check-personal-data': checkPersonalData,
  'check-search': checkSearch,
  'select-panel': {
    usage:
      '--people ARCHIVO --quotas ARCHIVO --size K [--id COLUMNA] [--map genero=col …] [--seed HEX] | ' +
      '--lottery ARCHIVO (--seed HEX | --record ARCHIVO) [--tokens ARCHIVO]',
    help:
      'Sorteo justo (LEXIMIN) con cuotas feature,value,min,max. La lotería no depende de la semilla; ' +
      'sin --id se usa la columna id o, si no hay, el número de fila. Con --lottery repite el sorteo ' +
      'de una lotería publicada; con --tokens, también el orden de la espera; con --record comprueba ' +
      'además la fuente, los secretos y la semilla contra lo que se comprometió antes.',
    options: {
      people: options,
      quotas: options,
      size: options,
      map: { type: 'string', multiple: true },
      id: options,
      seed: options,
      lottery: options,
      record: options,
      tokens: options,
    },
    run: async (given) => {
      const map = mapOf(given, null, 0);
      if (given.values['lottery'] !== undefined) return await repeatDraw(given);
      const input = {
        people: existing(textOf(given, 'people')),
        quotas: existing(textOf(given, 'quotas')),
        size: numberOf(given, 'size', 1_000_000),
        id: given.values['id'] === undefined ? undefined : textOf(given, 'id'),
        seed: seedOf(given),
        map,
      };
      let stopped = false;
      process.once('SIGINT', () => (stopped = true)).once('SIGTERM', () => (stopped = true));
      const output = await refused(
        selectPanel(input, { progress: given.progress, stopped: () => stopped }),
      );
      return { output, failed: 'factible' in output };
    },
  },
  'disclosure-audit': {
    usage: '',
    help: 'Ataca todo lo que se publicó de quiénes participan; falla si se puede deducir una cifra oculta.',
    options: {},
    run: async ({ progress }) =>
      await withDatabase(async ({ owner }) => {
        await migrated(owner);
        const { recuperables, ...audit } = await auditDisclosure(getDb(), progress);
        return {
          output: { ...audit, recuperables: recuperables.length, detalle: recuperables },
          failed: recuperables.length > 0,
        };
      }),
  },
  'first-coordinator': {
    usage: 'CORREO',
    help: 'Imprime un enlace de un solo uso para quien coordina por primera vez.',
    options: {},
    run: async ({ positionals: [email] }) => {
      if (!email) throw new CliRefused('Falta el correo.');
      return await withDatabase(async ({ owner }) => {
        await migrated(owner);
        return { output: await createFirstCoordinator(email) };
      }, 'owner');
    },
  },
  clock: {
    usage: '--advance P3D | --reset',
    help: 'Mueve el tiempo de la demostración; lo que vence corre en un minuto.',
    options: { advance: options, reset: { type: 'boolean' } },
    run: async (given) => {
      requireDemo();
      const reset = given.values['reset'] === true;
      const advance = reset ? 0 : readDuration(textOf(given, 'advance'));
      if (advance === null)
        throw new CliRefused('--advance espera una duración ISO 8601, como P3D o PT2H.');
      return await withDatabase(async () => {
        const offset = reset ? 0 : (await readClockOffset()) + advance;
        await writeClockOffset(offset);
        return {
          output: {
            ahora: new Date(Date.now() + offset).toISOString(),
            adelanto_segundos: Math.round(offset / 1000),
          },
        };
      });
    },
  },
  migrate: {
    usage: '',
    help: 'Pone al día la base de datos.',
    options: {},
    run: async () =>
      await withDatabase(async ({ owner }) => ({ output: { migraciones: await migrated(owner) } })),
  },
  'seed demo': {
    usage: '',
    help: 'Prepara la demostración en una base de datos vacía.',
    options: {},
    run: async () => {
      requireDemo();
      return await withDatabase(async ({ owner }) => {
        await migrated(owner);
        const already = await isSeeded();
        if (!already) await seedDemo(owner);
        return { output: { preparada: true, ya_estaba: already } };
      });
    },
  },
  'seed bench': {
    usage: '--ideas N --people N --supports N',
    help: 'Llena la base de datos para medir.',
    options: { ideas: options, people: options, supports: options },
    run: async (given) => {
      requireDemo();
      const size = {
        ideas: numberOf(given, 'ideas', 1_000_000),
        people: numberOf(given, 'people', 1_000_000),
        supports: numberOf(given, 'supports', 20_000_000),
      };
      return await withDatabase(async ({ owner }) => {
        await migrated(owner);
        const { sessions, people, ideaIds } = await seedBench(owner, size, given.progress).catch(
          (error: unknown) => {
            throw error instanceof RangeError ? new CliRefused(error.message) : error;
          },
        );
        return {
          output: {
            ideas: size.ideas,
            people: size.people,
            supports: size.supports,
            sesiones: sessions.length,
            personas: people.length,
            muestra: ideaIds.length,
          },
        };
      });
    },
  },
  doctor: {
    usage: '',
    help: 'Revisa la instalación.',
    options: {},
    run: async () => {
      const made = await checkEnvironment(checks);
      const correct = made.every((check) => check.estado !== 'mal');
      return { output: { correcto: correct, comprobaciones: made }, failed: !correct };
    },
  },
  schema: {
    usage: '',
    help: 'Para quien programa: escribe los tipos de la base de datos (db/schema.d.ts).',
    options: {},
    run: async () =>
      await withDatabase(async ({ owner }) => {
        await migrated(owner);
        const { writeFile } = await import('node:fs/promises');
        await writeFile(new URL('../db/schema.d.ts', import.meta.url), await generateSchema(owner));
        return { output: { escrito: 'db/schema.d.ts' } };
      }),
  },
};
