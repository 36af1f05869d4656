import { describe, expect, it } from 'vitest';
import { monthAfter, monthsShown, protectedCount, publicMeeting, shownState } from './rules.ts';
import { certain } from '#app/kernel/certain.ts';
import { ListFilters } from './schema.ts';
import type { Meeting } from './types.ts';

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

const meeting = (numbers: Partial<Meeting>) =>
  ({
    kind: 'taller',
    state: 'publicado',
    opensAt: new Date(0),
    closesAt: new Date(20),
    endsAt: new Date(30),
    capacity: 30,
    reserved: 0,
    held: 0,
    heldReserved: 0,
    waiting: 0,
    attended: 0,
    counted: null,
    ...numbers,
  }) as Meeting;

describe('the numbers of people of a meeting', () => {
  it('are told from five on; nobody is not told either', () => {
    expect([0, 1, 4, 5, 30].map(protectedCount)).toEqual([null, null, null, 5, 30]);
  });

  it('are one and the same to everybody for none to four, also by what is left', () => {
    const shown = [0, 1, 2, 3, 4].map((count) =>
      publicMeeting(meeting({ held: count, waiting: count, attended: count, counted: count })),
    );
    for (const each of shown) expect(each).toEqual(shown[0]);
    expect(shown[0]).toMatchObject({ held: null, waiting: null, attended: null, left: null });
    expect(shown[0]).not.toHaveProperty('counted');
    expect(publicMeeting(meeting({ held: 28, waiting: 5 }))).toMatchObject({
      held: 28,
      waiting: 5,
      left: 2,
    });
  });

  it('leave said whether there is room', () => {
    const stateOf = (numbers: Partial<Meeting>) =>
      [meeting(numbers), publicMeeting(meeting(numbers))].map((each) =>
        shownState(each, new Date(10)),
      );
    expect(stateOf({ capacity: 5, held: 4 })).toEqual(['publicado', 'publicado']);
    expect(stateOf({ capacity: 5, held: 5 })).toEqual(['lleno', 'lleno']);
  });

  it('are not said by “full” where so few places are given', () => {
    for (const places of [{ capacity: 4 }, { capacity: 9, reserved: 5 }]) {
      const shown = [0, 2, 4].map((held) => publicMeeting(meeting({ ...places, held })));
      for (const each of shown) expect(each).toEqual(shown[0]);
      expect(shownState(certain(shown[2]), new Date(10))).toBe('publicado');
    }
  });

  it('leave out who registered where that says how few did not come', () => {
    const shown = [28, 30, 32].map((held) => publicMeeting(meeting({ held, attended: 28 })));
    expect(shown.map(({ held, left }) => [held, left])).toEqual(shown.map(() => [null, null]));
    expect(shown.map(({ isFull }) => isFull)).toEqual([null, null, null]);
    expect(publicMeeting(meeting({ held: 28, attended: 23 }))).toMatchObject({ held: 28 });
  });
});
