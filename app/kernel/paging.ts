import { invalid } from './errors.ts';

export type CursorPart = string | number | null;

/** A page of a list and where the next one begins. */
export type Page<T> = { items: T[]; next: string | null };

/**
 * Whether a cursor's moment, in milliseconds, lies between 1970 and 9999: PostgreSQL refuses some of what a Date can
 * hold.
 */
export function isCursorMoment(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds < 253_402_300_800_000;
}

/** The position after a row, as an opaque text (base64url of the values the list is ordered by). */
export function encodeCursor(parts: CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Reads a cursor of ours with the expected kinds of value; anything else is refused with 400. */
export function decodeCursor(text: string, kinds: readonly ('string' | 'number')[]): CursorPart[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === kinds.length &&
      parts.every((part, i): part is CursorPart => typeof part === kinds[i])
    ) {
      return parts;
    }
  } catch {
    // falls through to the refusal: an unreadable cursor and a wrong one are told the same
  }
  throw invalid('cursor_malformed');
}
