const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
// Crockford's base 32: no I, L, O, U, so that a code read aloud or typed is not mistaken.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes of the platform: Node and browsers alike, since devices make ids too. */
function randomOf(bytes: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(bytes));
}

let latest = { milliseconds: 0, count: 0 };

/**
 * A UUID version 7 (RFC 9562, 5.7): sorts by creation time, and those made one after another in one
 * millisecond sort in that order (6.2, a counter that starts at a random number). Not for what must
 * hide time or order.
 */
export function newId(milliseconds: number = Date.now()): string {
  const rest = randomOf(10);
  const [first = 0, second = 0, third = 0] = rest;
  const count =
    latest.milliseconds === milliseconds ? latest.count + 1 : (first << 3) | (second & 0x07);
  latest = { milliseconds, count };
  rest[0] = 0x70 | ((count >> 8) & 0x0f);
  rest[1] = count & 0xff;
  rest[2] = (third & 0x3f) | 0x80;
  // A counter that overflows goes on in the next millisecond.
  const time = (milliseconds + (count >> 12)).toString(16).padStart(12, '0');
  let tail = '';
  for (const byte of rest) tail += hex[byte];
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** 128 random bits in URL-safe base64 (22 characters), for what must reveal neither time nor order. */
export function newSecret(): string {
  return btoa(String.fromCharCode(...randomOf(16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Sixteen bytes as a code of 80 bits in four groups that people can read and type (`7K3M-9QXA-0F2T-WB5N`). */
export function codeOf(bytes: Uint8Array): string {
  const code = Array.from(bytes.subarray(0, 16), (byte) => letters[byte & 31]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it was given, whatever way it was typed; null when it cannot be one. */
export function readCode(typed: string | undefined | null): string | null {
  const plain = (typed ?? '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.replace(/(.{4})(?=.)/g, '$1-') : null;
}

/** Whether a text has the form of an id of ours. */
export function isId(text: string | undefined | null): text is string {
  return typeof text === 'string' && uuidPattern.test(text);
}

/** The number by which people call a thing, as an address has it; null when it is none. */
export function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
