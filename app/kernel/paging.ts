import { invalid } from './errors.ts';

export type CursorPart = string | number | null;

/** A page of a list and where the next one begins. */
export type Page<T> = { items: T[]; next: string | null };

/**
 * Whether a cursor's moment, in milliseconds, lies between 1970 and 9999: PostgreSQL refuses some
 * of what a Date can hold.
 */
export function isCursorMoment(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds < 253_402_300_800_000;
}

/** The position after a row, as an opaque text (base64url of the values the list is ordered by). */
export function encodeCursor(parts: CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

type Kind = 'string' | 'number';
/** The values of a cursor by their kinds. */
type Parts<K extends readonly Kind[]> = {
  -readonly [I in keyof K]: K[I] extends 'string' ? string : number;
};

function isPartsOf<const K extends readonly Kind[]>(value: unknown, kinds: K): value is Parts<K> {
  return (
    Array.isArray(value) &&
    value.length === kinds.length &&
    value.every((part, i) => typeof part === kinds[i])
  );
}

/** Reads a cursor of ours with the expected kinds of value; anything else is refused with 400. */
export function decodeCursor<const K extends readonly Kind[]>(text: string, kinds: K): Parts<K> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isPartsOf(parts, kinds)) return parts;
  } catch {
    // falls through to the refusal: an unreadable cursor and a wrong one are told the same
  }
  throw invalid('cursor_malformed');
}
