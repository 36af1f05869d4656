import { describe, expect, it } from 'vitest';
import { readCommitmentRows, readInstitutionRows } from './plan-list.ts';

const row = (line: number, cells: Record<string, string>) => ({ line, cells });
const whole = {
  titulo: 'Cuidar el río',
  resumen: 'Un río limpio.',
  reto: 'Está sucio.',
  entidades: 'Secretaría del Agua; Obras',
};
const none = { institutions: [], numbers: [] };

describe('a list of institutions', () => {
  it('makes addresses, knows those that are there, and tells what is wrong by row', () => {
    const { rows, problems } = readInstitutionRows(
      [
        row(2, { nombre: 'Secretaría del Agua', nombre_en: 'Water' }),
        row(3, { nombre: 'Obras' }),
        row(4, { nombre: '' }),
        row(5, { nombre: 'SECRETARIA DEL AGUA' }),
        row(6, { nombre: 'x'.repeat(161) }),
      ],
      [{ slug: 'obras' }],
    );
    expect(rows).toEqual([
      {
        line: 2,
        slug: 'secretaria-del-agua',
        name: { es: 'Secretaría del Agua', en: 'Water' },
        isKnown: false,
      },
      { line: 3, slug: 'obras', name: { es: 'Obras', en: 'Obras' }, isKnown: true },
    ]);
    expect(problems.map(({ line, key }) => [line, key])).toEqual([
      [4, 'plan_list.name'],
      [5, 'plan_list.twice'],
      [6, 'plan_list.long'],
    ]);
  });
});

describe('a list of commitments', () => {
  it('gives numbers and addresses, and says in Spanish what it has no English for', () => {
    const { rows, institutions, problems } = readCommitmentRows(
      [
        row(2, { ...whole, hitos: 'Uno\nDos' }),
        row(3, {
          ...whole,
          numero: '7',
          titulo: 'Árboles',
          titulo_en: 'Trees',
          entidades: 'obras',
        }),
        row(4, { ...whole, titulo: 'Luz' }),
      ],
      { institutions: [{ slug: 'obras', name: { es: 'Obras', en: 'Works' } }], numbers: [1] },
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ number, slug }) => [number, slug])).toEqual([
      [2, 'cuidar-el-rio-2'],
      [7, 'arboles-7'],
      [3, 'luz-3'],
    ]);
    expect(rows[0]).toMatchObject({
      texts: { title: { es: 'Cuidar el río', en: 'Cuidar el río' } },
      milestones: { es: ['Uno', 'Dos'], en: ['Uno', 'Dos'] },
      institutions: ['secretaria-del-agua', 'obras'],
    });
    expect(rows[1]?.texts.shortTitle).toEqual({ es: 'Árboles', en: 'Trees' });
    expect(institutions.map(({ slug }) => slug)).toEqual(['secretaria-del-agua']);
  });

  it.each([
    [{ titulo: '' }, 'titulo'],
    [{ titulo: 'x'.repeat(161) }, 'titulo'],
    [{ resumen: '' }, 'resumen'],
    [{ reto: '' }, 'reto'],
    [{ nivel: 'x'.repeat(1501) }, 'nivel'],
    [{ entidades: ' ; ' }, 'entidades'],
    [{ numero: '0' }, 'numero'],
    [{ numero: 'uno' }, 'numero'],
    [{ numero: '1' }, 'numero'],
    [{ hitos: 'a;b', hitos_en: 'a' }, 'hitos_en'],
  ])('tells what is wrong, by its column: %j', (change, column) => {
    const { rows, problems } = readCommitmentRows([row(2, { ...whole, ...change })], {
      ...none,
      numbers: [1],
    });
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.column)).toContain(column);
  });
});
