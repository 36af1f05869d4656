import { describe, expect, it } from 'vitest';
import { goalStateOf, isReachDue, localitiesOf } from './reach.ts';

const women = { variable: 'genero', value: 'mujer', share: 0.5, tolerance: 0.1 } as const;
const people = (...genders: (string | null)[]) =>
  genders.map((genero) => ({ year: 2026, answers: genero === null ? null : { genero } }));
const some = (count: number, gender: string | null) => Array.from({ length: count }, () => gender);

describe('a goal while people register', () => {
  it('is not known below ten answers, however many registered', () => {
    expect(goalStateOf(women, people(...some(9, 'mujer'), ...some(40, null)))).toBe('no_se_sabe');
    expect(
      goalStateOf(women, people(...some(9, 'mujer'), ...some(20, 'prefiero_no_responder'))),
    ).toBe('no_se_sabe');
  });

  it('is met within its tolerance by those who answered', () => {
    expect(goalStateOf(women, people(...some(4, 'mujer'), ...some(6, 'hombre')))).toBe('cumplida');
    expect(goalStateOf(women, people(...some(3, 'mujer_trans'), ...some(7, 'hombre')))).toBe(
      'falta',
    );
  });

  it('is looked at again each five registrations more, or fewer', () => {
    expect(
      [
        [0, null],
        [1, null],
        [5, 1],
        [6, 1],
        [4, 9],
      ].map(([now, shown]) => isReachDue(now!, shown!)),
    ).toEqual([false, true, false, true, true]);
  });

  it('counts localities exactly, and only those that were said', () => {
    expect(
      localitiesOf([
        { answers: { localidad: '08' } },
        { answers: { localidad: '08' } },
        { answers: { localidad: 'prefiero_no_responder' } },
        { answers: null },
      ]),
    ).toEqual({ '08': 2 });
  });
});
