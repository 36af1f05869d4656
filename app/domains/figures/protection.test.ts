import { describe, expect, it } from 'vitest';
import { alikeIn, isReleasable, isSmall, isWithheld, type Table } from './protection.ts';

const table = (
  people: number,
  cells: Record<string, number | null>,
  measure: Table['measure'] = 'genero',
  counted = ['m', 'n'],
): Table => ({
  key: 't',
  scope: 'compromiso:salud',
  population: 'asistieron',
  measure,
  people,
  counted,
  cells: Object.entries(cells).map(([value, count]) => ({ value, people: count })),
});
const exact = (people: number, measure: Table['measure'], counted?: string[]) => ({
  ...table(people, {}, measure, counted),
  cells: [],
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
  });
});

describe('a table', () => {
  it('of one meeting needs four times the people, whatever its scope is called', () => {
    expect([4, 5].map((people) => isWithheld(exact(people, 'genero')))).toEqual([true, false]);
    expect([19, 20].map((people) => isWithheld(exact(people, 'genero', ['m'])))).toEqual([
      true,
      false,
    ]);
    expect([39, 40].map((people) => isWithheld(exact(people, 'etnia', ['m'])))).toEqual([
      true,
      false,
    ]);
  });

  it('tells of nearly everybody when they share a sensitive answer; «no» is none', () => {
    const cells = (si: number, no: number) => [
      { value: 'si', people: si },
      { value: 'no', people: no },
      { value: '', people: 40 },
    ];
    expect(alikeIn('discapacidad', cells(45, 0))).toBe('si');
    expect(alikeIn('discapacidad', cells(45, 4))).toBe('si');
    expect(alikeIn('discapacidad', cells(45, 5))).toBeNull();
    expect(alikeIn('discapacidad', cells(0, 45))).toBeNull();
    expect(alikeIn('cuida', cells(45, 0))).toBeNull();
    expect(alikeIn('genero', [{ value: 'otras', people: 20 }])).toBe('otras');
  });
});

describe('a new release', () => {
  const old = table(20, { mujeres: 12, hombres: 8, otras: null });
  const newer = (people: number, cells: Record<string, number | null>, more = ['o', 'p']) =>
    table(people, cells, 'genero', ['m', 'n', ...more]);
  it('needs the threshold of people more, and no shown group that differs by a few', () => {
    expect(isReleasable(newer(25, { mujeres: 17, hombres: 8, otras: null }), [old])).toBe(true);
    expect(isReleasable(newer(24, { mujeres: 16, hombres: 8, otras: null }), [old])).toBe(false);
    expect(isReleasable(newer(26, { mujeres: 14, hombres: 12, otras: null }), [old])).toBe(false);
    expect(isReleasable(newer(30, { mujeres: 17, hombres: 13, otras: 0 }), [old])).toBe(true);
  });

  it('that has one meeting more needs as many people as a table of it', () => {
    const cells = { mujeres: 22, hombres: 17, otras: null };
    expect(isReleasable(newer(39, cells, ['o']), [old])).toBe(false);
    expect(isReleasable(newer(39, cells), [old])).toBe(true);
    expect(isReleasable(newer(40, { ...cells, mujeres: 23 }, ['o']), [old])).toBe(true);
  });
});
