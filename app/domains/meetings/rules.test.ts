import { describe, expect, it } from 'vitest';
import { monthAfter, monthsShown } from './rules.ts';
import { ListFilters } from './schema.ts';

describe('the months of the calendar', () => {
  it('end two years before the first meeting and two years after the last one', () => {
    expect(
      monthsShown({
        first: new Date('2026-01-01T04:00:00Z'), // still December in Bogotá
        last: new Date('2026-12-05T15:00:00Z'),
      }),
    ).toEqual({ from: '2023-12', to: '2028-12' });
  });

  it('follow one another over the year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  it.each(['9999-12', '0001-01', '2100-01', '2026-13', '2026-1', '+010000-01'])(
    'are not asked for as %s',
    (mes) => expect(ListFilters.parse({ mes }).month).toBeUndefined(),
  );
});
