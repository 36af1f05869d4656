import type { ParseArgsConfig } from 'node:util';
import { isAppError } from '#app/kernel/errors.ts';
import { config, ConfigError } from '#app/platform/config/config.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { EmbeddedError, findEmbedded, startEmbedded } from '#app/platform/db/embedded.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';

export type Given = {
  values: Record<string, string | boolean | string[] | undefined>;
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

/** The database of this command: DATABASE_URL, or the running one of DATA_DIR, or the embedded one for as long as the command lasts. */
export async function withDatabase<T>(
  run: (urls: Urls) => Promise<T>,
  as: 'web' | 'owner' = 'web',
): Promise<T> {
  const settings = config();
  let stop = async () => undefined as void;
  let urls: Urls;
  if (settings.databaseUrl) {
    urls = { web: settings.databaseUrl, owner: settings.ownerUrl!, worker: settings.workerUrl! };
  } else {
    const running = findEmbedded(settings.dataDir);
    const started = running ? null : await startEmbedded(settings.dataDir);
    const url = running ?? started!.url;
    if (started) stop = started.stop;
    urls = { web: url('web'), owner: url('owner'), worker: url('worker') };
  }
  useDatabase(urls[as]);
  useQueue(urls[as]);
  try {
    return await run(urls);
  } finally {
    await closeQueue();
    await closeDatabase();
    await stop();
  }
}

/** Ends the process with the exit code of the contract and, when refused, the reason on stdout. */
export function systemExit(result: unknown): void {
  if (typeof result === 'number' || typeof result === 'string') process.exit(Number(result));
  const refused = result instanceof CliRefused || isAppError(result);
  const message = isAppError(result)
    ? translatorOf('es').t('errors')(result.reason as MessageKey<'errors'>, result.params)
    : result instanceof Error
      ? result.message
      : String(result);
  if (refused) {
    process.stdout.write(
      `${JSON.stringify({ error: message, problemas: result instanceof CliRefused ? result.problems : [] }, null, 2)}\n`,
    );
    process.exit(1);
  }
  const known = result instanceof ConfigError || result instanceof EmbeddedError;
  process.stderr.write(`${known ? message : String((result as Error).stack ?? result)}\n`);
  process.exit(2);
}
