import { describe, expect, it } from 'vitest';
import { measures } from '#app/domains/declarations/measures.ts';
import { coveredBy, families, isMeasure, populationsOf, scopesOf, thresholdOf } from './rules.ts';

describe('what is published of who takes part', () => {
  it('needs ten people where the data are sensitive, five elsewhere', () => {
    expect(Object.fromEntries(measures.map((measure) => [measure, thresholdOf(measure)]))).toEqual({
      genero: 5,
      edad: 5,
      localidad: 5,
      discapacidad: 10,
      cuida: 5,
      etnia: 10,
      victima: 10,
      organizacion: 5,
      organizacion_tipo: 5,
      como_supo: 5,
      canal: 5,
    });
    expect(thresholdOf('genero', 'otras')).toBe(10);
  });

  it('has known measures only, each in one family', () => {
    expect(isMeasure('genero')).toBe(true);
    expect(isMeasure('correo')).toBe(false);
    expect(families.flat().sort()).toEqual([...measures].sort());
  });

  it('counts every kind of organisation but none as being in one', () => {
    expect(coveredBy('organizacion', 'si', ['jac', 'ninguna', 'ong', ''])).toEqual(['jac', 'ong']);
    expect(coveredBy('organizacion', 'no', ['jac', 'ninguna', 'ong', ''])).toEqual(['ninguna']);
    expect(coveredBy('organizacion_tipo', 'jac', ['jac', 'ong', ''])).toEqual(['jac']);
  });

  it('counts a meeting for the plan, its phases and its commitments, and only a workshop for the workshops', () => {
    const phases = [
      { kind: 'talleres', opensAt: new Date('2026-01-01'), closesAt: new Date('2026-02-01') },
    ];
    const meeting = {
      id: 'm',
      kind: 'taller',
      startsAt: new Date('2026-01-01'),
      commitments: ['salud'],
    };
    expect(scopesOf(meeting, phases)).toEqual([
      'plan',
      'talleres',
      'fase:talleres',
      'compromiso:salud',
      'taller:m',
    ]);
    expect(
      scopesOf({ ...meeting, kind: 'foro', startsAt: new Date('2026-02-01') }, phases),
    ).toEqual(['plan', 'compromiso:salud', 'taller:m']);
    expect(populationsOf('talleres')).toHaveLength(3);
    expect(populationsOf('compromiso:salud')).toEqual(['asistieron']);
  });
});
