import { describe, expect, it } from 'vitest';
import { isSmall, isWithheld, isReleasable, systemOf, type Table } from './protection.ts';

const table = (
  people: number,
  cells: Record<string, number | null>,
  measure: Table['measure'] = 'genero',
): Table => ({
  key: 't',
  scope: 'taller:m',
  population: 'asistieron',
  measure,
  people,
  meetings: [{ id: 'm', version: 1, people }],
  cells: Object.entries(cells).map(([value, count]) => ({ value, people: count })),
});

describe('a cell', () => {
  it('is small below its threshold; none and who did not answer never are', () => {
    expect([0, 1, 4, 5].map((people) => isSmall('genero', 'mujeres', people))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([9, 10].map((people) => isSmall('genero', 'otras', people))).toEqual([true, false]);
    expect(isSmall('discapacidad', '', 3)).toBe(false);
    expect([
      isWithheld(table(19, {})),
      isWithheld(table(20, {})),
      isWithheld(table(39, {}, 'etnia')),
    ]).toEqual([true, false, true]);
    expect([
      isWithheld({ ...table(4, {}), scope: 'plan' }),
      isWithheld({ ...table(5, {}), scope: 'compromiso:salud' }),
    ]).toEqual([true, false]);
  });
});

describe('what an attacker writes down', () => {
  it('has a row a cell, one a total, and one for each that came and had registered', () => {
    const came = table(13, { mujeres: 9, hombres: null, otras: 0, '': 0 });
    const registered: Table = {
      ...came,
      population: 'inscritas',
      people: 20,
      meetings: [{ id: 'm', version: 1, people: 20 }],
      cells: came.cells.map(({ value }) => ({ value, people: null })),
    };
    const { uppers, rows, targets } = systemOf([came, registered]);
    expect(uppers).toHaveLength(8);
    expect(rows).toHaveLength(8 + 2 + 4);
    expect(rows[1]).toMatchObject({ lower: 1, upper: Infinity });
    // A table without any shown cell says not even that somebody is in each.
    expect(rows[4]).toMatchObject({ lower: 0, upper: Infinity });
    expect(targets).toHaveLength(8);
  });

  it('keeps two versions of a meeting apart', () => {
    const first = table(13, { mujeres: 9, hombres: 4 });
    expect(
      systemOf([first, { ...first, meetings: [{ id: 'm', version: 2, people: 13 }] }]).uppers,
    ).toHaveLength(4);
    expect(systemOf([first, { ...first }]).uppers).toHaveLength(2);
  });
});

describe('a new release', () => {
  const old = table(20, { mujeres: 12, hombres: 8, otras: null });
  it('needs the threshold of people more, and no shown group that differs by a few', () => {
    expect(isReleasable(table(25, { mujeres: 17, hombres: 8, otras: null }), [old])).toBe(true);
    expect(isReleasable(table(24, { mujeres: 16, hombres: 8, otras: null }), [old])).toBe(false);
    expect(isReleasable(table(26, { mujeres: 14, hombres: 12, otras: null }), [old])).toBe(false);
    expect(isReleasable(table(26, { mujeres: 14, hombres: null, otras: null }), [old])).toBe(false);
    expect(isReleasable(table(30, { mujeres: 17, hombres: 13, otras: 0 }), [old])).toBe(true);
  });
});
