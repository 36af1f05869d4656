import { isCalendarDay } from '#app/kernel/day.ts';
import { instantShown, shownIn } from '#app/kernel/zone.ts';
import { city } from './city.ts';

const day = 86_400_000;

/** The instant at which the city's clocks show a day and hour: `2026-11-25`, `12:00`. */
export function instantAt(civil: string, time: string): Date {
  return instantShown(new Date(`${civil}T${time}Z`), city().timeZone);
}

/** Noon of a day in the city: an instant that every reader's formatter shows as that day. */
export function noonOf(civil: string): Date {
  return instantAt(civil, '12:00');
}

/** The first instant of a day in the city. */
export function startOfDay(civil: string): Date {
  return instantAt(civil, '00:00');
}

/** The civil day so many days after another. */
export function dayAfter(civil: string, days: number): string {
  return new Date(Date.parse(`${civil}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** An instant as the city's clocks show it, in the form that a `datetime-local` control takes. */
export function localMoment(at: Date): string {
  return shownIn(at, city().timeZone).toISOString().slice(0, 16);
}

const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/** A zone as JavaScript reads it: some exports write `UTC`, PostgreSQL `-05`. */
function zoneOf(written: string): string {
  if (written === 'UTC') return 'Z';
  return written.length === 3 ? `${written}:00` : written;
}

/**
 * The instant that a text names by day, hour and zone; without a zone it is the city's, and a day
 * alone counts at the hour given. Null when there is no such day or hour.
 */
export function readInstant(text: string, hourOfDay: string): Date | null {
  const [, civil, time, zone] = momentForm.exec(text.trim()) ?? [];
  if (!civil || !isCalendarDay(civil)) return null;
  const at = new Date(`${civil}T${time ?? hourOfDay}${zone ? zoneOf(zone) : 'Z'}`);
  if (Number.isNaN(at.getTime())) return null;
  return zone ? at : instantShown(at, city().timeZone);
}
