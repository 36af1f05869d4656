import { describe, expect, it } from 'vitest';
import { findingOf, measureTable } from './figures.ts';
import type { Table } from './protection.ts';

const table = (people: number, cells: Record<string, number | null>): Table => ({
  key: '',
  scope: 'talleres',
  population: 'asistieron',
  measure: 'genero',
  people,
  meetings: [],
  cells: Object.entries(cells).map(([value, count]) => ({ value, people: count })),
});

describe('a group against the population', () => {
  it('is missing or too many only beyond the band and beyond chance', () => {
    expect(findingOf(1.26, [1.1, 1.4])).toBe('over');
    expect(findingOf(0.67, [0.34, 1.18])).toBe('unsure');
    expect(findingOf(0.5, [0.3, 0.9])).toBe('missing');
    expect(findingOf(0.9, [0.85, 0.95])).toBe('even');
  });

  it('has share, bounds, ratio and gap of those who answered: the domain’s own figures', () => {
    const women = measureTable(
      table(230, { mujeres: 152, hombres: 78, '': 0 }),
      new Map([
        ['mujeres', 0.522],
        ['hombres', 0.478],
      ]),
    );
    expect(women.rows[0]!.ratio).toBeCloseTo(1.266, 3);
    expect(women.rows[0]!.verdict).toBe('over');
    expect(women.rows[1]).toMatchObject({ missing: 32, verdict: 'missing' });
    expect(women.distance).toBeCloseTo(0.1389, 4);
    const disability = measureTable(
      { ...table(230, { si: 11, no: 219, '': 0 }), measure: 'discapacidad' },
      new Map([['si', 0.071]]),
    );
    expect(disability.rows[0]!.ratio).toBeCloseTo(0.674, 3);
    expect(disability.rows[0]!.verdict).toBe('unsure');
    expect(disability.distance).toBeNull();
    const silent = measureTable(table(100, { mujeres: 40, hombres: 20, '': 40 }), new Map());
    expect(silent.rows[0]).toMatchObject({ share: 40 / 60, bounds: [0.4, 0.8], ratio: null });
  });

  it('derives nothing from a protected cell, and no distance beside one', () => {
    const measured = measureTable(
      table(60, { mujeres: 30, hombres: null, otras: 0, '': null }),
      new Map([
        ['mujeres', 0.522],
        ['hombres', 0.478],
      ]),
    );
    expect(measured.rows[1]).toEqual({
      value: 'hombres',
      people: null,
      share: null,
      margin: null,
      bounds: null,
      reference: 0.478,
      ratio: null,
      interval: null,
      expected: null,
      missing: null,
      verdict: null,
    });
    expect(measured).toMatchObject({
      answered: null,
      unanswered: null,
      distance: null,
      reached: 2,
    });
    expect(measured.rows[0]!.bounds).toBeNull();
  });
});
