import { describe, expect, it } from 'vitest';
import { ageBandOf, answersGoalOf, groupOf } from './measures.ts';
import { declined, wgQuestions } from './types.ts';

const short = (level: string) =>
  Object.fromEntries(wgQuestions.map((question) => [question, level]));

describe('the group in which somebody counts', () => {
  it('joins women with and without trans experience, and puts nobody of another identity into either', () => {
    expect(
      ['mujer', 'mujer_trans', 'hombre', 'hombre_trans', 'no_binaria', 'otra'].map((genero) =>
        groupOf('genero', { genero }, 2026),
      ),
    ).toEqual(['mujeres', 'mujeres', 'hombres', 'hombres', 'otras', 'otras']);
  });

  it('takes the bands of age from the laws, at the year of the act', () => {
    expect([13, 14, 28, 29, 59, 60].map((age) => ageBandOf(2026 - age, 2026))).toEqual([
      'ninez_0_13',
      'jovenes_14_28',
      'jovenes_14_28',
      'adultos_29_59',
      'adultos_29_59',
      'mayores_60',
    ]);
    expect(groupOf('edad', { anio_nacimiento: 1998 }, 2026)).toBe('jovenes_14_28');
    expect(groupOf('edad', { anio_nacimiento: 1998 }, 2027)).toBe('adultos_29_59');
  });

  it('folds the short set: any at least «mucha» is with, all six below it is without, else it is not known', () => {
    expect(groupOf('discapacidad', { ...short('ninguna'), wg_oir: 'mucha' }, 2026)).toBe('si');
    expect(groupOf('discapacidad', { wg_ver: 'no_puede' }, 2026)).toBe('si');
    expect(groupOf('discapacidad', short('cierta'), 2026)).toBe('no');
    expect(groupOf('discapacidad', { ...short('ninguna'), wg_oir: declined }, 2026)).toBeNull();
    expect(groupOf('discapacidad', { wg_ver: 'ninguna' }, 2026)).toBeNull();
  });

  it('is none for who did not answer, and for who declined', () => {
    for (const measure of [
      'genero',
      'localidad',
      'etnia',
      'victima',
      'organizacion',
      'organizacion_tipo',
      'como_supo',
    ] as const) {
      expect(groupOf(measure, {}, 2026)).toBeNull();
      expect(
        groupOf(
          measure,
          {
            genero: declined,
            localidad: declined,
            etnia: declined,
            victima: declined,
            organizacion_tipo: declined,
            como_supo: declined,
          },
          2026,
        ),
      ).toBeNull();
    }
    expect(groupOf('cuida', { cuida: [declined] }, 2026)).toBeNull();
    expect(groupOf('cuida', { cuida: ['no'] }, 2026)).toBe('no');
    expect(groupOf('cuida', { cuida: ['ninez', 'otra_persona'] }, 2026)).toBe('si');
    expect(groupOf('organizacion', { organizacion_tipo: 'ninguna' }, 2026)).toBe('no');
    expect(groupOf('organizacion', { organizacion_tipo: 'jac' }, 2026)).toBe('si');
  });
});

describe('a goal', () => {
  it('is answered, not answered, or not known', () => {
    expect(
      answersGoalOf({ variable: 'genero', value: 'mujer' }, { genero: 'mujer_trans' }, 2026),
    ).toBe(true);
    expect(
      answersGoalOf({ variable: 'genero', value: 'mujer_trans' }, { genero: 'mujer' }, 2026),
    ).toBe(false);
    expect(
      answersGoalOf({ variable: 'genero', value: 'no_binaria' }, { genero: 'no_binaria' }, 2026),
    ).toBe(true);
    expect(answersGoalOf({ variable: 'edad', value: 'mayores_60' }, {}, 2026)).toBeNull();
    expect(answersGoalOf({ variable: 'localidad', value: '20' }, { localidad: '07' }, 2026)).toBe(
      false,
    );
  });
});
