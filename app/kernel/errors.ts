/** The few kinds of refusal; one table in `platform/http/status.ts` maps each to an HTTP status. */
export type ErrorKind =
  | 'invalid' // malformed input that no form field explains (400) or field errors outside a form (422)
  | 'unauthenticated' // nobody is signed in (401; pages redirect to /entrar)
  | 'forbidden' // signed in, without the role (403)
  | 'not-found' // unknown, draft, hidden, or another person's (404)
  | 'gone' // was public, now hidden or withdrawn (410)
  | 'conflict' // the state forbids it (409)
  | 'rate-limited' // too many (429)
  | 'too-large' // body over the limit (413)
  | 'unavailable'; // the database is away (503)

export type ErrorParams = Record<string, string | number>;

/** A refusal that a person can understand. `reason` is a key of `locales/<lng>/errors.json`, never prose. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly reason: string;
  readonly params: ErrorParams;

  constructor(kind: ErrorKind, reason: string, params: ErrorParams = {}) {
    super(`${kind}: ${reason}`);
    this.name = 'AppError';
    this.kind = kind;
    this.reason = reason;
    this.params = params;
  }
}

/** Whether it is one of ours. By name, since a development server loads this module a second time. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError';
}

const make = (kind: ErrorKind) => (reason: string, params?: ErrorParams) =>
  new AppError(kind, reason, params);

export const invalid = make('invalid');
export const unauthenticated = make('unauthenticated');
export const forbidden = make('forbidden');
export const notFound = make('not-found');
export const gone = make('gone');
export const conflict = make('conflict');
export const rateLimited = make('rate-limited');
export const tooLarge = make('too-large');
export const unavailable = make('unavailable');
