import pino from 'pino';
import { config } from '#app/platform/config/config.server.ts';
import { sayError } from './say-error.ts';

/** The application's log (JSON lines on stderr). No personal data, no tokens, no form values. */
export const log = pino(
  { level: config().logLevel, base: { pid: process.pid }, serializers: { err: sayError } },
  pino.destination(2),
);
