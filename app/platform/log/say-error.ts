/** What the log keeps of an error: never what somebody typed, which libraries like to repeat. */
export type SaidError = {
  type: string;
  message: string;
  code?: string;
  where?: Record<string, string>;
  stack: string[];
  cause?: SaidError;
};

/** Of a PostgreSQL error: where it arose, not its detail, which holds the row. */
const places = ['constraint', 'table', 'column', 'dataType', 'routine'] as const;

/**
 * An error for the log. A message is kept up to its first quotation mark, colon or line end: behind it
 * libraries repeat what they were given.
 */
export function sayError(error: unknown): SaidError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const given = error as Error & Record<string, unknown>;
  const where = Object.fromEntries(
    places.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : [])),
  ) as Record<string, string>;
  return {
    type: error.name,
    message: /^[^"'`«“:\n]*/.exec(error.message)?.[0].trim() ?? '',
    ...(typeof given['code'] === 'string' ? { code: given['code'] } : {}),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ +at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: sayError(error.cause) } : {}),
  };
}
