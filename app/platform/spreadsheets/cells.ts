import { withoutAccents } from '#app/kernel/accents.ts';
import { isCalendarDay } from '#app/kernel/day.ts';

/** Cells as people write them. What cannot be read is null: nothing is guessed. */

export type Day = { year: number; month: number; day: number };

const two = (number: number) => String(number).padStart(2, '0');
export const dayText = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;

/** A word of a cell as it is compared. */
export const plainCell = (text: string): string =>
  withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();

const months = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const otherMonths: Record<string, number> = { jan: 1, apr: 4, aug: 8, set: 9, dec: 12 };

function monthOf(word: string): number {
  const begin = word.slice(0, 3);
  return months.indexOf(begin) + 1 || (otherMonths[begin] ?? 0);
}

/** A year of two digits is of this century until the next years, and of the last from there on. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year <= 40 ? 2000 + year : 1900 + year;
}

/** Days that spreadsheets count from 30 December 1899, of the years 1927 to 2119. */
const firstSerial = 10_000;
const lastSerial = 80_000;

function bySerial(text: string): Day | null {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  if (serial < firstSerial || serial > lastSerial) return null;
  const at = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

const forms = [
  /^(?<year>\d{4})(?<sign>[-/. ]?)(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})(?<sign>[-/. ])(?<month>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})$/,
  /^(?:[a-z]+,? )?(?<day>\d{1,2})(?: de |[-/. ])(?<name>[a-z]{3,10})\.?(?: del? |[-/., ]+)(?<year>\d{4}|\d{2})$/,
  /^(?:[a-z]+,? )?(?<name>[a-z]{3,10})\.? (?<day>\d{1,2}),? (?:de )?(?<year>\d{4})$/,
];

/**
 * A calendar day as lists in Colombia write it, the day before the month: `2026-11-20`, `20/11/2026`,
 * `20-nov-26`, `20 de noviembre de 2026`, `20261120`, or the number that Excel keeps; an hour behind it is left
 * out. Null when there is no such day.
 */
export function readDay(text: string): Day | null {
  const serial = bySerial(text.trim());
  if (serial) return serial;
  const only = plainCell(text)
    .replace(/(?<=\d)(t|,? +)\d{1,2}:\d{2}.*$/, '')
    .trim();
  for (const form of forms) {
    const found = form.exec(only)?.groups;
    if (!found) continue;
    if (found['sign'] === '' && only.length !== 8) continue;
    const day = {
      year: yearOf(found['year'] ?? ''),
      month: found['name'] === undefined ? Number(found['month']) : monthOf(found['name']),
      day: Number(found['day']),
    };
    if (isCalendarDay(dayText(day))) return day;
  }
  return null;
}

const yes = new Set([
  ...['si', 's', 'sip', 'x', 'xx', '✓', '✔', '☑', '1', '1.0', '1,0', 'verdadero', 'true', 'v'],
  ...['yes', 'y', 'ok', 'acepto', 'acepta', 'autorizo', 'autoriza'],
  ...['asistio', 'presente', 'vino', 'llego'],
]);
const no = new Set(
  'no n 0 0.0 0,0 falso false f - -- – — _ . / ☐ ninguno ninguna na n/a nada ausente'.split(' '),
);

/** Whether a cell says yes or no, as people do; an empty one says no, one of other words nothing. */
export function readYes(text: string): boolean | null {
  const word = plainCell(text).replace(/[.!]+$/, '');
  if (word === '' || no.has(word)) return false;
  if (yes.has(word)) return true;
  if (/^no[ ,]+(acepto|acepta|autorizo|autoriza|asistio|vino|llego|fue)$/.test(word)) return false;
  return /^si[ ,]+(acepto|acepta|autorizo|autoriza|asistio|vino|llego|estoy de acuerdo)$/.test(word)
    ? true
    : null;
}

/** Whether a cell says that there is nothing in it. */
export function isBlank(text: string): boolean {
  return /^([-–—_./]+|n\/?a|ns\/?nr|sin dato|ningun[oa])?$/.test(plainCell(text));
}

/**
 * Digits that Excel took for a number: `3105550101.0` and `3.105550101E+9` are `3105550101`. Null when digits were
 * lost, as in `3.10555E+09`; other texts stay as they are.
 */
export function undoNumber(text: string): string | null {
  const plain = text.trim();
  const whole = /^(\+?\d{4,})[.,]0+$/.exec(plain)?.[1];
  if (whole !== undefined) return whole;
  const [, head, tail = '', exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d+)$/i.exec(plain) ?? [];
  if (head === undefined) return text;
  // With fewer digits than the number has, the last ones are no longer there.
  return tail.length === Number(exponent) ? `${head}${tail}` : null;
}

/** The mail addresses of a cell. */
export function readMails(text: string): string[] {
  return text
    .split(/[\s;,/|<>()]+|(?:^|\s)[yo](?=\s)/)
    .map((part) => part.replace(/^mailto:/i, '').replace(/^[.:]+|[.:]+$/g, ''))
    .filter((part) => part.includes('@'));
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

/** The telephones of a cell: one with its spaces and hyphens stays one. */
export function readPhones(text: string): string[] {
  const parts = text
    .split(/[;,/|\n]+|\s+(?:y|o|-|–)\s+/i)
    .map((part) => part.trim())
    .filter((part) => digitsIn(part) > 0);
  return parts.flatMap((part) => {
    const words = part.split(/\s+/);
    const isSeveral = words.length > 1 && words.every((word) => digitsIn(word) >= 7);
    return isSeveral ? words : [part];
  });
}
