import { afterEach, describe, expect, it } from 'vitest';
import { offsetText } from '#app/kernel/zone.ts';
import { civilDay, daysBetween } from '#app/platform/i18n/format.ts';
import { addWorkingDays, isWorkingDay } from '#app/platform/clock/working-days.ts';
import { bogota } from '#tests/bogota.ts';
import { setCity, unsetCity } from './city.ts';
import { dialOf } from './dial.server.ts';
import { localMoment, noonOf, readInstant, startOfDay } from './local-time.ts';
import { withoutCode } from './telephone.ts';

afterEach(() => setCity(bogota));

const madrid = { ...bogota, name: 'Madrid', timeZone: 'Europe/Madrid', country: 'ES' };

describe('an instant', () => {
  it('is the city’s without a zone, and of the given hour without one', () => {
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

describe('a city whose clocks change twice a year', () => {
  it('has days of 23 and 25 hours', () => {
    setCity(madrid);
    const hours = (from: string, to: string) =>
      (startOfDay(to).getTime() - startOfDay(from).getTime()) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30')).toBe(23);
    expect(hours('2026-10-25', '2026-10-26')).toBe(25);
    expect(daysBetween(startOfDay('2026-03-28'), startOfDay('2026-03-30'))).toBe(2);
    expect(noonOf('2026-07-01')).toEqual(new Date('2026-07-01T10:00:00Z'));
    expect(noonOf('2026-12-01')).toEqual(new Date('2026-12-01T11:00:00Z'));
  });

  it('shows the moment that was typed', () => {
    setCity(madrid);
    for (const typed of ['2026-03-29T01:30', '2026-03-29T03:30', '2026-10-25T12:00'])
      expect(localMoment(readInstant(typed, '00:00')!)).toBe(typed);
    // Between two and three there is no such hour: the clocks then show the one after.
    expect(localMoment(readInstant('2026-03-29T02:30', '00:00')!)).toBe('2026-03-29T03:30');
  });

  it('ends its days at its own midnight and keeps its own holidays', () => {
    setCity(madrid);
    expect(civilDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(isWorkingDay(noonOf('2026-10-12'))).toBe(false);
    expect(isWorkingDay(noonOf('2026-07-20'))).toBe(true); // a holiday of Colombia
    expect(addWorkingDays(noonOf('2026-07-03'), 1)).toEqual(new Date('2026-07-06T21:59:59.999Z'));
  });
});

it('takes nothing for granted of a city that nobody has named', () => {
  setCity(unsetCity);
  expect(isWorkingDay(noonOf('2026-12-25'))).toBe(true);
  expect(offsetText(noonOf('2026-12-25'), unsetCity.timeZone)).toBe('+0000');
});

describe('telephones', () => {
  it.each([
    ['CO', '+573105550101', '3105550101'],
    ['CO', '573105550101', '3105550101'],
    ['CO', '3105550101', '3105550101'],
    ['CO', '5731055501', '5731055501'],
    ['CO', '+34612345678', '+34612345678'],
    ['EC', '+593991234567', '0991234567'],
    ['EC', '0991234567', '0991234567'],
    ['ES', '0034612345678', '612345678'],
  ])('of %s are kept as they are dialled there: %s', (country, typed, kept) => {
    expect(withoutCode(typed, dialOf(country)!)).toBe(kept);
  });

  it('have no country of their own where none was said', () => {
    expect(dialOf('')).toBeNull();
  });
});
