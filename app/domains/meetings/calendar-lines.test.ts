import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLines, octetsOfLine, unfoldLines } from './calendar-lines.ts';

const longest = (text: string) =>
  Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));

describe('lines of a calendar', () => {
  it.each([
    ['letters of one octet', 'a'.repeat(400)],
    ['letters of two octets', 'ñ'.repeat(200)],
    ['letters of two octets, off by one', `x${'ñ'.repeat(200)}`],
    ['emoji', '🚌'.repeat(90)],
    ['emoji made of several', '👩‍👩‍👧‍👦'.repeat(40)],
  ])('hold 75 octets and unfold to what they were: %s', (_, text) => {
    const folded = foldLines(text);
    expect(longest(folded)).toBeLessThanOrEqual(octetsOfLine);
    expect(longest(folded)).toBeGreaterThan(octetsOfLine - 4);
    expect(unfoldLines(folded)).toBe(text);
    expect(Buffer.from(folded).toString()).toBe(folded);
  });

  it('of 75 octets stay as they are, and one more folds', () => {
    expect(foldLines('a'.repeat(75))).toBe('a'.repeat(75));
    expect(foldLines('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });

  it('hold 75 octets whatever they say and however they were folded before', () => {
    // A line that is not folded never begins with white space.
    const line = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('', 'ñ', '🚌', ' '))
      .map(([text, more]) => `X:${text.replace(/[\r\n]/g, '')}${more.repeat(80)}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = lines.join('\r\n');
        const folded = foldLines(text);
        expect(longest(folded)).toBeLessThanOrEqual(octetsOfLine);
        expect(unfoldLines(folded)).toBe(text);
        expect(foldLines(folded)).toBe(folded);
      }),
    );
  });
});
