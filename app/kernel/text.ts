import { z } from 'zod';
import { isCalendarDay } from './day.ts';

// Control characters but tab and line feed, and the marks that override the direction of text.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
// Halves of a character of four bytes that stand alone: PostgreSQL cannot keep them.
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Putting marks in their order takes time by the square of their number; no writing piles up more than
// thirty on one letter (UAX #15, stream-safe text).
const pileOfMarks = /(\p{M}{30})\p{M}+/gu;

/** Text as we keep it: NFC, one kind of line end, no control or direction-override characters, trimmed. */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(loneSurrogate, '\ufffd')
    .replace(pileOfMarks, '$1')
    .normalize('NFC')
    .replace(pileOfMarks, '$1')
    .trim();
}

/** Characters as people count them (code points, not UTF-16 units). */
export function lengthOf(text: string): number {
  return [...text].length;
}

const given = z.preprocess(
  (value) => (typeof value === 'string' ? cleanText(value) : ''),
  z.string(),
);

/** A required text; messages are keys of `errors`, with their parameters behind a bar. */
export function text({ min = 1, max }: { min?: number; max: number }) {
  return given.superRefine((value, context) => {
    const length = lengthOf(value);
    if (length === 0) context.addIssue({ code: 'custom', message: 'required' });
    else if (length < min) context.addIssue({ code: 'custom', message: `too_short|min=${min}` });
    else if (length > max) context.addIssue({ code: 'custom', message: `too_long|max=${max}` });
  });
}

/** One line of required text: line ends become spaces. */
export function line(limits: { min?: number; max: number }) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ') : value),
    text(limits),
  );
}

/** A text that may be missing; empty counts as missing. */
export function optionalText({ max }: { max: number }) {
  return given
    .refine((value) => lengthOf(value) <= max, `too_long|max=${max}`)
    .transform((value) => (value === '' ? undefined : value));
}

/** One of a fixed set of codes. */
export function choice<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values, { error: 'choose_one' });
}

/** A whole number within bounds, as a form gives it. */
export function whole(min: number, max: number) {
  const outside = `number_range|min=${min},max=${max}`;
  return z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(min, outside)
    .max(max, outside);
}

/** A field left blank is a field not given. */
export function blankToUndefined(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** A field that may be missing or left blank. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess(blankToUndefined, schema.optional());
}

/** A field that counts as `fallback` when it is missing or left blank. */
export function orElse<S extends z.ZodType>(schema: S, fallback: z.input<S>) {
  return z.preprocess((value) => blankToUndefined(value) ?? fallback, schema);
}

/** One of a fixed set of codes, or nothing (missing or blank). */
export function optionalChoice<const V extends readonly [string, ...string[]]>(values: V) {
  return optional(choice(values));
}

/** A check box: `si` when it is ticked, missing when it is not. */
export const ticked = z.preprocess((value) => value === 'si', z.boolean());

/** The code of a locality, as the city writes them: `01`, `RN-3`. Which ones there are is data. */
export const localityCode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,15}$/, 'choose_one');

/** A mail address, in lower case. */
export const email = text({ max: 254 })
  .pipe(z.email('email_invalid'))
  .transform((value) => value.toLowerCase());

/** A version 7 id of ours in a form field. */
export const id = z.uuid('choose_one');

/** The calendar day that a form names, as `2026-11-28`. */
export const calendarDay = z
  .string({ error: 'date_invalid' })
  .refine(isCalendarDay, 'date_invalid');
