/**
 * The time of a visitor's own device, for what it writes down without a connection. It may be wrong: the
 * server bounds it.
 */
export function deviceNow(): Date {
  return new Date();
}
