import { shownIn } from '#app/kernel/zone.ts';
import { city } from '#app/platform/city/city.ts';
import type { Locale } from './messages.ts';

/** The language as it is written in the city's country: its numbers and its hours. */
const tagOf = (locale: Locale) =>
  locale === 'en' ? 'en-GB' : ['es', city().country].filter(Boolean).join('-');
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
const numbers = new Map<string, Intl.NumberFormat>();
const lists: Record<Locale, Intl.ListFormat> = {
  es: new Intl.ListFormat('es'),
  en: new Intl.ListFormat('en'),
};

function dateFormat(
  locale: Locale,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const { timeZone } = city();
  const tag = tagOf(locale);
  const key = `${tag} ${timeZone} ${name}`;
  let format = dates.get(key);
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat(tag, { timeZone, ...options })));
  return format;
}

/** A date in words, in the city's time. */
export function formatDate(date: Date, locale: Locale, style: DateStyle = 'long'): string {
  const said = dateFormat(locale, style, styles[style]).format(date);
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

/** One part of a date in words, in the city's time. */
export function datePart(date: Date, locale: Locale, part: keyof typeof parts): string {
  return dateFormat(locale, `part.${part}`, parts[part]).format(date);
}

/** From when to when on a day, in words. */
export function timeSpan(from: Date, until: Date, locale: Locale): string {
  return `${datePart(from, locale, 'time')} – ${datePart(until, locale, 'time')}`;
}

/** A number as the city's country writes it (1.234,5), or as English does. */
export function formatNumber(value: number, locale: Locale): string {
  const tag = tagOf(locale);
  let format = numbers.get(tag);
  if (!format) numbers.set(tag, (format = new Intl.NumberFormat(tag, { useGrouping: 'always' })));
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

/** The civil day in the city, as `2026-11-25`. */
export function civilDay(date: Date): string {
  return shownIn(date, city().timeZone).toISOString().slice(0, 10);
}

/** Whole days from one instant to another, as people count them on a calendar in the city. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(civilDay(to)) - Date.parse(civilDay(from))) / 86_400_000);
}
