import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withoutAccents } from './accents.ts';
import { blankToUndefined, cleanText, optional, optionalChoice, orElse, ticked } from './text.ts';

describe('fields of forms', () => {
  it('left blank are fields not given', () => {
    expect(['', '  \n', ' a ', 0, undefined].map(blankToUndefined)).toEqual([
      undefined,
      undefined,
      ' a ',
      0,
      undefined,
    ]);
  });

  it('may be left out or left blank when they are optional, and are checked when they are not', () => {
    const form = z.object({
      numero: optional(z.coerce.number()),
      tipo: optionalChoice(['a', 'b']),
    });
    expect(form.parse({})).toEqual({});
    expect(form.parse({ numero: ' ', tipo: '' })).toEqual({});
    expect(form.parse({ numero: '3', tipo: 'b' })).toEqual({ numero: 3, tipo: 'b' });
    expect(form.safeParse({ numero: 'x' }).success).toBe(false);
    expect(form.safeParse({ tipo: 'c' }).error?.issues[0]?.message).toBe('choose_one');
  });

  it('count as their fallback when they are blank', () => {
    const form = z.object({ horas: orElse(z.coerce.number().min(1), 24) });
    expect([{}, { horas: ' ' }, { horas: '2' }].map((given) => form.parse(given).horas)).toEqual([
      24, 24, 2,
    ]);
    expect(form.safeParse({ horas: '0' }).success).toBe(false);
  });

  it('are ticked by `si` alone', () => {
    expect(['si', 'no', '', undefined].map((value) => ticked.parse(value))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('letters', () => {
  it('lose their marks and nothing else', () => {
    expect(withoutAccents('Usaquén, ÑANDÚ y pingüino')).toBe('Usaquen, NANDU y pinguino');
  });
});

describe('text as we keep it', () => {
  it('can be kept and changes no more, whatever was typed', () => {
    // Single UTF-16 units with those that matter among them, so that halves of characters come often.
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(0x0, 0xa, 0xd, 0x20, 0x202e, 0x301, 0xfeff, 0xd83d, 0xde00),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const kept = cleanText(String.fromCharCode(...units));
        expect(cleanText(kept)).toBe(kept);
        // A half of a character would become U+FFFD on the way.
        expect(new TextDecoder().decode(new TextEncoder().encode(kept))).toBe(kept);
        expect(kept).not.toMatch(/[\u0000-\u0008\r\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }),
    );
  });
});

it('marks piled on one letter are cut before they take the time of their square', () => {
  const pile = `a${'\u0301'.repeat(90_000)}${'\u0323'.repeat(90_000)}`;
  const began = process.cpuUsage();
  const clean = cleanText(pile);
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
  expect(clean.length).toBeLessThan(40);
  expect(cleanText(clean)).toBe(clean);
  const doubled = cleanText(`a${'\u0344'.repeat(30)}`);
  expect(cleanText(doubled)).toBe(doubled);
});
