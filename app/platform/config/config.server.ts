import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: z.url().optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_WORKER_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  APP_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  DEMO: flag.optional(),
  DEMO_PUBLIC: flag.default(false),
  LIMITES: flag.default(true),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Convite <no-responder@convite.example>'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

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

/** A setting is wrong; the message names it, and the start ends with that line. */
export class ConfigError extends Error {}

/** Reads and checks the settings of the contract (section 2). Empty texts count as absent. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const e = parsed.data;
  const embedded = e.DATABASE_URL === undefined || env['CONVITE_EMBEDDED'] === '1';
  const demo = e.DEMO ?? embedded;
  const host = e.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0');
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
  if (!e.LIMITES && !demo) throw new ConfigError('LIMITES: 0 is allowed only with DEMO=1');
  if (demo && !loopback && !e.DEMO_PUBLIC) {
    throw new ConfigError(
      'DEMO_PUBLIC: a demonstration is served beyond loopback only with DEMO_PUBLIC=1',
    );
  }
  if (!embedded && e.APP_SECRET === undefined)
    throw new ConfigError('APP_SECRET: required when DATABASE_URL is given');
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

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

let current: Config | undefined;

/** The settings of this process, read once. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
