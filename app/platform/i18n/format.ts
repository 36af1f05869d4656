import type { Locale } from './messages.ts';

const zone = 'America/Bogota';
const tag: Record<Locale, string> = { es: 'es-CO', en: 'en-GB' };
const styles = {
  /** 24 de noviembre de 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** martes 24 de noviembre · Tuesday 24 November */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 24 de noviembre, 3:05 p. m. */
  moment: { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  /** 24 nov 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof styles;

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<Locale, Intl.NumberFormat>();
const lists: Record<Locale, Intl.ListFormat> = {
  es: new Intl.ListFormat(tag.es),
  en: new Intl.ListFormat('en'),
};

/** A date in words, in Bogotá's time. */
export function formatDate(date: Date, locale: Locale, style: DateStyle = 'long'): string {
  const key = `${locale}.${style}`;
  let format = dates.get(key);
  if (!format)
    dates.set(
      key,
      (format = new Intl.DateTimeFormat(tag[locale], { timeZone: zone, ...styles[style] })),
    );
  const said = format.format(date);
  // Spanish names the weekday without a comma: «martes 24 de noviembre».
  return style === 'weekday' ? said.replace(',', '') : said;
}

const parts = {
  weekday: { weekday: 'long' },
  day: { day: 'numeric' },
  month: { month: 'long' },
  /** 3:05 p. m. · 15:05 */
  time: { hour: 'numeric', minute: '2-digit' },
  monthYear: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** One part of a date in words, in Bogotá's time. */
export function datePart(date: Date, locale: Locale, part: keyof typeof parts): string {
  const key = `${locale}.part.${part}`;
  let format = dates.get(key);
  if (!format)
    dates.set(
      key,
      (format = new Intl.DateTimeFormat(tag[locale], { timeZone: zone, ...parts[part] })),
    );
  return format.format(date);
}

/** From when to when on a day, in words. */
export function timeSpan(from: Date, until: Date, locale: Locale): string {
  return `${datePart(from, locale, 'time')} – ${datePart(until, locale, 'time')}`;
}

/** A number as Colombia writes it (1.234,5), or as English does. */
export function formatNumber(value: number, locale: Locale): string {
  let format = numbers.get(locale);
  if (!format)
    numbers.set(locale, (format = new Intl.NumberFormat(tag[locale], { useGrouping: 'always' })));
  return format.format(value);
}

/** Names in one phrase, as they are written (Suba, Usme y Bosa). */
export function formatNames(names: string[], locale: Locale): string {
  return lists[locale].format(names);
}

/** Things in one phrase (ideas, apoyos y talleres), each with a small first letter. */
export function formatList(names: string[], locale: Locale): string {
  return lists[locale].format(
    names.map((name) => name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)),
  );
}

/** The civil day in Bogotá, as `2026-11-25`. */
export function civilDay(date: Date): string {
  return new Date(date.getTime() - 5 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole days from one instant to another, as people count them on a calendar in Bogotá. */
export function daysBetween(from: Date, to: Date): number {
  const civil = (date: Date) => Math.floor((date.getTime() - 5 * 3_600_000) / 86_400_000);
  return civil(to) - civil(from);
}
