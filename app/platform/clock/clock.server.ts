/**
 * The only reader of the time. A demonstration can be moved forward (`convite clock --advance`): the
 * offset is a row of the database that every process reads again each few seconds.
 */
let offset = 0;

/** The application's time. */
export function now(): Date {
  return new Date(Date.now() + offset);
}

/** Sets how far the application's time runs ahead of the machine's, in milliseconds. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
}
