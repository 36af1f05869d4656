import { describe, expect, it } from 'vitest';
import { nextReportDue } from './rules.ts';

describe('the next quarterly report', () => {
  it.each([
    ['2026-11-24T12:00:00Z', '2027-01-16T04:59:59.999Z', 4, 2026],
    ['2027-01-16T04:59:59.000Z', '2027-01-16T04:59:59.999Z', 4, 2026],
    ['2027-01-16T05:00:00.000Z', '2027-04-16T04:59:59.999Z', 1, 2027],
    ['2026-01-01T03:00:00Z', '2026-01-16T04:59:59.999Z', 4, 2025],
  ])('after %s is due at %s', (now, due, quarter, year) => {
    expect(nextReportDue(new Date(now))).toEqual({ dueAt: new Date(due), quarter, year });
  });
});
