import type { parseArgs, ParseArgsConfig } from 'node:util';
import { certain } from '#app/kernel/certain.ts';
import { isAppError } from '#app/kernel/errors.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import { config, ConfigError } from '#app/platform/config/config.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { EmbeddedError, findEmbedded, startEmbedded } from '#app/platform/db/embedded.server.ts';
import { sayKey } from '#app/platform/i18n/field-message.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';

export type Given = {
  values: ReturnType<typeof parseArgs>['values'];
  positionals: string[];
  progress: (text: string) => void;
};
export type Outcome = { output: unknown; failed?: boolean };

/** One command of the command line. */
export type Command = {
  usage: string;
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run: (given: Given) => Promise<Outcome>;
};

export type CliProblem = { archivo: string; linea: number; motivo: string };

/** The command was refused or its input is wrong: exit 1, with the problems on stdout. */
export class CliRefused extends Error {
  readonly problems: CliProblem[];
  constructor(message: string, problems: CliProblem[] = []) {
    super(message);
    this.problems = problems;
  }
}

export type Urls = { web: string; owner: string; worker: string };

/**
 * The database of this command: DATABASE_URL, or the running one of DATA_DIR, or the embedded one for as
 * long as the command lasts.
 */
export async function withDatabase<T>(
  run: (urls: Urls) => Promise<T>,
  as: 'web' | 'owner' = 'web',
): Promise<T> {
  const { urls, stop } = await reachDatabase();
  useDatabase(urls[as]);
  useQueue(urls[as]);
  try {
    // A database that was never migrated has no city yet.
    await refreshCity().catch(() => undefined);
    return await run(urls);
  } finally {
    await closeQueue();
    await closeDatabase();
    await stop();
  }
}

async function reachDatabase(): Promise<{ urls: Urls; stop: () => Promise<void> }> {
  const { databaseUrl: web, ownerUrl, workerUrl, dataDir } = config();
  if (web) {
    const urls = { web, owner: certain(ownerUrl), worker: certain(workerUrl) };
    return { urls, stop: async () => undefined };
  }
  const running = findEmbedded(dataDir);
  const { url, stop } = running
    ? { url: running, stop: async () => undefined }
    : await startEmbedded(dataDir);
  return { urls: { web: url('web'), owner: url('owner'), worker: url('worker') }, stop };
}

/** What a result that is no success says. */
function messageOf(result: unknown): string {
  if (isAppError(result))
    return sayKey(translatorOf('es').t('errors'), result.reason, result.params);
  return result instanceof Error ? result.message : String(result);
}

/** Ends the process with the exit code of the contract and, when refused, the reason on stdout. */
export function systemExit(result: unknown): void {
  if (typeof result === 'number' || typeof result === 'string') process.exit(Number(result));
  const message = messageOf(result);
  if (result instanceof CliRefused || isAppError(result)) {
    const problemas = result instanceof CliRefused ? result.problems : [];
    process.stdout.write(`${JSON.stringify({ error: message, problemas }, null, 2)}\n`);
    process.exit(1);
  }
  const isKnown = result instanceof ConfigError || result instanceof EmbeddedError;
  const stack = result instanceof Error ? result.stack : undefined;
  process.stderr.write(`${isKnown ? message : (stack ?? message)}\n`);
  process.exit(2);
}
