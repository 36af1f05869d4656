import { z } from 'zod';

/** Whether a text names a day that exists, of this century or the last: neither `2026-02-30` nor `9999-12-31`. */
export function isCalendarDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // Node rolls 31 February over to March: such a day was not meant.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The calendar day that a form names, as `2026-11-28`. */
export const calendarDay = z
  .string({ error: 'date_invalid' })
  .refine(isCalendarDay, 'date_invalid');

const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/** A zone as JavaScript reads it: some exports write `UTC`, PostgreSQL `-05`. */
function zoneOf(written: string): string {
  if (written === 'UTC') return 'Z';
  return written.length === 3 ? `${written}:00` : written;
}

/**
 * The instant that a text names by day, hour and zone; without a zone it is Bogotá's, and a day alone
 * counts at the hour given. Null when there is no such day or hour.
 */
export function readInstant(text: string, hourOfDay: string): Date | null {
  const [, day, time, zone] = momentForm.exec(text.trim()) ?? [];
  if (!day || !isCalendarDay(day)) return null;
  const at = new Date(`${day}T${time ?? hourOfDay}${zoneOf(zone ?? '-05:00')}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
