import { resolve } from 'node:path';
import { ConfigError, wrong } from './config-error.ts';
import { Environment, linesOf } from './environment.schema.ts';
import { keptSecret } from './kept-secret.server.ts';

export { ConfigError } from './config-error.ts';

export type Config = {
  port: number;
  host: string;
  baseUrl: string;
  embedded: boolean;
  databaseUrl: string | undefined;
  ownerUrl: string | undefined;
  workerUrl: string | undefined;
  rolesSeparated: boolean;
  dataDir: string;
  appSecret: string;
  demo: boolean;
  demoPublic: boolean;
  limits: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  trustProxy: number;
  metricsToken: string | undefined;
  webProcesses: number;
  logLevel: string;
};

/** Reads and checks the settings of the contract (section 2). Empty texts count as absent. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(linesOf(parsed.error));
  const e = parsed.data;
  const embedded = e.DATABASE_URL === undefined || env['CONVITE_EMBEDDED'] === '1';
  const demo = e.DEMO ?? embedded;
  const host = e.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0');
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
  if (!e.LIMITES && !demo)
    throw wrong('LIMITES', '0 solo se admite con DEMO=1', '0 is allowed only with DEMO=1');
  if (demo && !loopback && !e.DEMO_PUBLIC)
    throw wrong(
      'DEMO_PUBLIC',
      'una demostración sale de esta máquina solo con DEMO_PUBLIC=1',
      'a demonstration is served beyond this machine only with DEMO_PUBLIC=1',
    );
  if (!embedded && e.APP_SECRET === undefined)
    throw wrong('APP_SECRET', 'es obligatoria con DATABASE_URL', 'is required with DATABASE_URL');
  const dataDir = resolve(e.DATA_DIR);
  const ownerUrl = e.DATABASE_OWNER_URL ?? e.DATABASE_URL;
  return {
    port: e.PORT,
    host,
    baseUrl: (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    embedded,
    databaseUrl: e.DATABASE_URL,
    ownerUrl,
    workerUrl: e.DATABASE_WORKER_URL ?? ownerUrl,
    rolesSeparated: ownerUrl !== e.DATABASE_URL,
    dataDir,
    appSecret: e.APP_SECRET ?? keptSecret(dataDir),
    demo,
    demoPublic: e.DEMO_PUBLIC,
    limits: e.LIMITES,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    trustProxy: e.TRUST_PROXY,
    metricsToken: e.METRICS_TOKEN,
    webProcesses: e.WEB_PROCESSES,
    logLevel: e.LOG_LEVEL,
  };
}

let current: Config | undefined;

/** The settings of this process, read once. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
