import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withoutAccents } from './accents.ts';
import { blankToUndefined, optional, optionalChoice, orElse, ticked } from './text.ts';

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
