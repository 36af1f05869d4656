import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

/** Noon in Bogotá. */
const noon = (day: string) => new Date(`${day}T12:00:00-05:00`);

describe('working days of Colombia', () => {
  it('knows the nineteen holidays of 2026: Ley 51 moves some to Monday, Ley 2578 adds 13 July', () => {
    const holidays = [
      '2026-01-01',
      '2026-01-12',
      '2026-03-23',
      '2026-04-02',
      '2026-04-03',
      '2026-05-01',
      '2026-05-18',
      '2026-06-08',
      '2026-06-15',
      '2026-06-29',
      '2026-07-13',
      '2026-07-20',
      '2026-08-07',
      '2026-08-17',
      '2026-10-12',
      '2026-11-02',
      '2026-11-16',
      '2026-12-08',
      '2026-12-25',
    ];
    const weekdaysOff = Array.from(
      { length: 365 },
      (_, i) => new Date(noon('2026-01-01').getTime() + i * 86_400_000),
    )
      .filter((day) => ![0, 6].includes(day.getUTCDay()) && !isWorkingDay(day))
      .map((day) => day.toISOString().slice(0, 10));
    expect(weekdaysOff).toEqual(holidays);
  });

  it('works on the days from which a holiday was moved away', () => {
    expect(isWorkingDay(noon('2026-01-06'))).toBe(true); // Reyes, kept on the 12th
    expect(isWorkingDay(noon('2026-11-11'))).toBe(true); // Independencia de Cartagena, kept on the 16th
  });

  it('does not give a year the holidays of later laws', () => {
    expect(isWorkingDay(noon('2025-07-14'))).toBe(true);
  });

  it('takes the day of Bogotá, not that of the machine', () => {
    expect(isWorkingDay(new Date('2026-11-21T04:30:00Z'))).toBe(true); // still Friday 20 in Bogotá
    expect(isWorkingDay(new Date('2026-11-23T04:30:00Z'))).toBe(false); // still Sunday 22
  });

  it('counts a term from the day after and ends it at midnight of its last day', () => {
    // Friday 13 November 2026; Monday 16 is a holiday, so the third working day is Thursday 19.
    expect(addWorkingDays(noon('2026-11-13'), 3).toISOString()).toBe('2026-11-20T04:59:59.999Z');
  });

  it('counts what addWorkingDays adds', () => {
    for (const days of [1, 2, 5, 10, 15, 30]) {
      const from = noon('2026-12-04');
      expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days);
    }
  });

  it('counts backwards for what is overdue', () => {
    expect(workingDaysBetween(noon('2026-11-19'), noon('2026-11-13'))).toBe(-3);
    expect(workingDaysBetween(noon('2026-11-13'), noon('2026-11-13'))).toBe(0);
  });
});
