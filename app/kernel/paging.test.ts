import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { decodeCursor, encodeCursor } from './paging.ts';

describe('a cursor', () => {
  it('comes back as it went', () => {
    expect(decodeCursor(encodeCursor(['2026-11-24', 5]), ['string', 'number'])).toEqual([
      '2026-11-24',
      5,
    ]);
  });

  it.each([
    '',
    'x',
    '%00',
    'bnVsbA',
    encodeCursor(['a']),
    encodeCursor([5, 'a']),
    encodeCursor(['a', 5, 6]),
  ])('that is malformed (%j) is refused', (text) => {
    expect(() => decodeCursor(text, ['string', 'number'])).toThrow(AppError);
  });
});
