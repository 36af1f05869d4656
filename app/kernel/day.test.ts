import { describe, expect, it } from 'vitest';
import { isCalendarDay } from './day.ts';
import { calendarDay } from './text.ts';

const never = [
  '2026-02-30',
  '2026-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '9999-12-31',
  '0000-01-01',
  '+010000-01-01',
  '2026-1-1',
  '2026-01-01 ',
  '',
];

describe('a calendar day', () => {
  it.each(never)('is none: %j', (text) => {
    expect(isCalendarDay(text)).toBe(false);
    expect(calendarDay.safeParse(text).success).toBe(false);
  });

  it('is one that exists', () => {
    expect(['2024-02-29', '1999-12-31', '2099-12-31'].every(isCalendarDay)).toBe(true);
  });
});
