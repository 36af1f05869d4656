import type { ErrorKind } from '#app/kernel/errors.ts';

/** The one table from a kind of refusal to its HTTP status (contract, section 5). */
export const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
};
