import { describe, expect, it } from 'vitest';
import { measureTable } from './figures.ts';
import type { Table } from './protection.ts';

const table = (people: number, cells: Record<string, number | null>): Table => ({
  key: '',
  scope: 'talleres',
  population: 'asistieron',
  measure: 'genero',
  people,
  counted: [],
  cells: Object.entries(cells).map(([value, count]) => ({ value, people: count })),
});

const city = (share: number) => ({ share, territory: 'ciudad' }) as const;

describe('a group against the population', () => {
  it('has share, bounds, ratio and finding of those who answered: the domain’s own figures', () => {
    const women = measureTable(
      table(230, { mujeres: 152, hombres: 78, '': 0 }),
      new Map([
        ['mujeres', city(0.522)],
        ['hombres', city(0.478)],
      ]),
    );
    // 66 % against 52.2 % looks like too many, and may still be chance.
    expect(women.rows[0]!.ratio).toBeCloseTo(1.266, 3);
    expect(women.rows[0]).toMatchObject({ finding: 'unsure', invite: null, telling: 13_000 });
    expect(women.rows[1]).toMatchObject({ finding: 'unsure', invite: null });
    expect(women.distance).toBeCloseTo(0.1389, 4);
    const disability = measureTable(
      { ...table(230, { si: 11, no: 219, '': 0 }), measure: 'discapacidad' },
      new Map([['si', { share: 0.071, territory: 'pais' } as const]]),
    );
    expect(disability.rows[0]!.ratio).toBeCloseTo(0.674, 3);
    expect(disability.rows[0]).toMatchObject({
      finding: 'unsure',
      reference: { territory: 'pais' },
    });
    expect(disability.distance).toBeNull();
    const silent = measureTable(table(100, { mujeres: 40, hombres: 20, '': 40 }), new Map());
    expect(silent.rows[0]).toMatchObject({ share: 40 / 60, bounds: [0.4, 0.8], ratio: null });
    expect(silent.rows[0]!.margin).not.toBeNull();
  });

  it('is missing with how many to invite, once nothing open says otherwise', () => {
    const references = new Map([['hombres', city(0.478)]]);
    const few = measureTable(table(230, { mujeres: 180, hombres: 50, '': 0 }), references);
    expect(few.rows[1]).toMatchObject({ finding: 'missing', invite: 115, telling: null });
    // A hundred who did not answer could all be men.
    const open = measureTable(table(330, { mujeres: 180, hombres: 50, '': 100 }), references);
    expect(open.rows[1]).toMatchObject({ finding: 'unsure', invite: null });
  });

  it('derives nothing from a protected cell, and no distance beside one', () => {
    const measured = measureTable(
      table(60, { mujeres: 30, hombres: null, otras: 0, '': null }),
      new Map([
        ['mujeres', city(0.522)],
        ['hombres', city(0.478)],
      ]),
    );
    expect(measured.rows[1]).toEqual({
      value: 'hombres',
      people: null,
      share: null,
      margin: null,
      bounds: null,
      reference: city(0.478),
      ratio: null,
      interval: null,
      finding: null,
      telling: null,
      invite: null,
    });
    expect(measured).toMatchObject({
      answered: null,
      unanswered: null,
      distance: null,
      reached: 2,
    });
    // All that is not shown may be women.
    expect(measured.rows[0]).toMatchObject({ bounds: [0.5, 1], finding: 'unsure' });
  });
});
