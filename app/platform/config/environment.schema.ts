import { z } from 'zod';
import { lineOf } from './config-error.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//);

/** The environment variables of the contract (section 2), with their defaults. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: z.url().optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_WORKER_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  APP_SECRET: z.string().min(32).optional(),
  DEMO: flag.optional(),
  DEMO_PUBLIC: flag.default(false),
  LIMITES: flag.default(true),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().min(3).default('Convite <no-responder@convite.example>'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

type Name = keyof typeof Environment.shape;

const aFlag = ['debe ser 0 o 1', 'must be 0 or 1'] as const;
const postgres = ['debe empezar por postgres://', 'must begin with postgres://'] as const;
const aText = ['no puede quedar vacía', 'must not be empty'] as const;

const wholeNumber = (least: number, most: number) =>
  [
    `debe ser un número entero de ${least} a ${most}`,
    `must be a whole number from ${least} to ${most}`,
  ] as const;
const atLeast = (characters: number) =>
  [`necesita ${characters} caracteres o más`, `needs ${characters} characters or more`] as const;

/** What each variable has to be. The value itself is not repeated: some are secrets. */
const expected: Record<Name, readonly [string, string]> = {
  PORT: wholeNumber(0, 65535),
  HOST: aText,
  BASE_URL: [
    'debe ser una dirección completa, con https://',
    'must be a whole address, with https://',
  ],
  DATABASE_URL: postgres,
  DATABASE_OWNER_URL: postgres,
  DATABASE_WORKER_URL: postgres,
  DATABASE_REPLICA_URLS: aText,
  DATA_DIR: aText,
  APP_SECRET: atLeast(32),
  DEMO: aFlag,
  DEMO_PUBLIC: aFlag,
  LIMITES: aFlag,
  SMTP_URL: ['debe empezar por smtp:// o smtps://', 'must begin with smtp:// or smtps://'],
  MAIL_FROM: aText,
  TRUST_PROXY: wholeNumber(0, 10),
  METRICS_TOKEN: atLeast(16),
  WEB_PROCESSES: wholeNumber(1, 64),
  LOG_LEVEL: [
    'debe ser fatal, error, warn, info, debug, trace o silent',
    'must be fatal, error, warn, info, debug, trace or silent',
  ],
};

/** A line for each variable that is not what it has to be. */
export function linesOf(error: z.ZodError): string {
  const names = new Set(error.issues.map((issue) => String(issue.path[0]) as Name));
  return [...names].map((name) => lineOf(name, ...expected[name])).join('\n');
}
