import { describe, expect, it } from 'vitest';
import { progressOf, standingOf } from './goal-progress.ts';
import type { Table } from './protection.ts';

const release = (
  day: number,
  cells: Record<string, number | null>,
  measure: Table['measure'] = 'genero',
): Table & { releasedAt: Date } => ({
  key: '',
  scope: 'talleres',
  population: 'asistieron',
  measure,
  people: Object.values(cells).reduce<number>((sum, people) => sum + (people ?? 0), 0),
  counted: [],
  releasedAt: new Date(Date.UTC(2026, 0, day)),
  cells: Object.entries(cells).map(([value, people]) => ({ value, people })),
});
const goal = (variable: 'genero' | 'cuida', value: string) => ({
  id: value,
  meetingId: null,
  variable,
  value,
  share: 0.4,
  tolerance: 0.1,
  source: 'Prueba',
});

describe('the progress of a goal', () => {
  it('has a point a release, of the group that the goal names; a protected one leaves a gap', () => {
    const [men] = progressOf(
      [goal('genero', 'hombre')],
      [
        release(1, { mujeres: 8, hombres: 2, otras: 0, '': 0 }),
        release(2, { mujeres: 20, hombres: null, otras: 0, '': null }),
        release(3, { mujeres: 30, hombres: 10, otras: 0, '': 0 }),
        release(3, { si: 5, no: 5, '': 0 }, 'cuida'),
      ],
    );
    expect(men!.points.map(({ at, share }) => [at.getUTCDate(), share])).toEqual([
      [1, 0.2],
      [3, 0.25],
    ]);
  });

  it('has no point where no published group is the goal’s, or nothing is published', () => {
    expect(
      progressOf(
        [goal('genero', 'no_binaria'), goal('cuida', 'si')],
        [release(1, { mujeres: 8, hombres: 2, otras: 0, '': 0 })],
      ).map(({ points }) => points),
    ).toEqual([[], []]);
  });

  it('is met or short whatever the silent would have said; else it is not known', () => {
    const standing = (cells: Record<string, number | null>) =>
      standingOf(progressOf([goal('cuida', 'si')], [release(1, cells, 'cuida')])[0]!);
    expect(standing({ si: 30, no: 60, '': 0 })).toBe('met');
    expect(standing({ si: 20, no: 70, '': 0 })).toBe('short');
    expect(standing({ si: 20, no: 30, '': 50 })).toBe('unknown');
    expect(standing({ si: 30, no: 60, '': 5 })).toBe('met');
    expect(standing({ si: null, no: 60, '': null })).toBe('unknown');
    expect(standingOf({ goal: goal('cuida', 'si'), points: [] })).toBe('unknown');
  });
});
