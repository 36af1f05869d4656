import { describe, expect, it } from 'vitest';
import { calendarDay, isCalendarDay, readInstant } from './day.ts';

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
    expect(readInstant(text.trim() === text ? text : 'x', '00:00')).toBeNull();
  });

  it('is one that exists', () => {
    expect(['2024-02-29', '1999-12-31', '2099-12-31'].every(isCalendarDay)).toBe(true);
  });
});

describe('an instant', () => {
  it('is Bogotá’s without a zone, and of the given hour without one', () => {
    expect(readInstant('2026-12-01', '12:00')).toEqual(new Date('2026-12-01T17:00:00Z'));
    expect(readInstant('2026-12-01T09:30', '12:00')).toEqual(new Date('2026-12-01T14:30:00Z'));
    expect(readInstant('2026-12-01 09:30:15 +0200', '')).toEqual(new Date('2026-12-01T07:30:15Z'));
    for (const zone of ['Z', ' UTC', '+00', '+0000'])
      expect(readInstant(`2026-12-01T09:30:00${zone}`, '')).toEqual(
        new Date('2026-12-01T09:30:00Z'),
      );
  });

  it.each(['2026-02-30T10:00Z', '2026-02-30T10:00', '2026-01-01T25:00', '9999-12-31T00:00Z'])(
    'does not exist: %s',
    (text) => expect(readInstant(text, '00:00')).toBeNull(),
  );
});
