import { randomBytes, randomFillSync } from 'node:crypto';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const random = new Uint8Array(10);

/** A UUID version 7 (RFC 9562, 5.7): sorts by creation time. Not for what must hide time or order. */
export function newId(milliseconds: number = Date.now()): string {
  randomFillSync(random);
  const time = milliseconds.toString(16).padStart(12, '0');
  const rest = Buffer.from(random);
  rest[0] = (rest[0]! & 0x0f) | 0x70;
  rest[2] = (rest[2]! & 0x3f) | 0x80;
  const tail = rest.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** 128 random bits in URL-safe base64 (22 characters), for what must reveal neither time nor order. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Whether a text has the form of an id of ours. */
export function isId(text: string | undefined | null): text is string {
  return typeof text === 'string' && uuidPattern.test(text);
}
