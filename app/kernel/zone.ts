/** Days and hours of a time zone (an IANA name): nothing here knows which one is the city's. */

const quarter = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Whether a text names a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the clocks of a zone show, as if it were UTC. */
function shownAt(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds. Zones change at a whole
 * quarter of an hour, so that one answer serves all of it.
 */
export function offsetAt(at: Date, zone: string): number {
  const start = Math.floor(at.getTime() / quarter) * quarter;
  let known = offsets.get(zone);
  if (!known || known.size > 50_000) offsets.set(zone, (known = new Map()));
  let offset = known.get(start);
  if (offset === undefined) known.set(start, (offset = shownAt(start, zone) - start));
  return offset;
}

/** The instant whose day and hour a zone's clocks show, both as if they were UTC. */
export function shownIn(at: Date, zone: string): Date {
  return new Date(at.getTime() + offsetAt(at, zone));
}

/** The instant at which a zone's clocks show this (given as if it were UTC); in an hour left out, the one after. */
export function instantShown(shown: Date, zone: string): Date {
  const first = new Date(shown.getTime() - offsetAt(shown, zone));
  return new Date(shown.getTime() - offsetAt(first, zone));
}

/** A zone's distance from UTC at an instant, as iCalendar writes it: `-0500`. */
export function offsetText(at: Date, zone: string): string {
  const minutes = Math.round(offsetAt(at, zone) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}${two(rest)}`;
}
