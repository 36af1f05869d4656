import { describe, expect, it } from 'vitest';
import { nextByGoals } from './allocation.ts';

const women = { share: 0.5, tolerance: 0.05 };
const young = { share: 0.3, tolerance: 0 };

describe('the next free place by the goals', () => {
  it.each([
    [
      'who answers the goal that is farthest from being met',
      [women, young],
      [
        [false, false],
        [false, true],
      ],
      [
        [false, true],
        [true, false],
      ],
      1,
    ],
    ['the first of them', [women], [[false]], [[false], [true], [true]], 1],
    [
      'who answers the next open goal, when nobody answers the farthest',
      [women, young],
      [[false, false]],
      [
        [false, false],
        [null, true],
      ],
      1,
    ],
    [
      'the first who waits, when nobody answers an open goal',
      [women],
      [[false]],
      [[null], [false]],
      0,
    ],
    [
      'the first who waits, also without any data, when no goal is open',
      [women],
      [[true], [false]],
      [[null], [true]],
      0,
    ],
    [
      'the first who waits, when a goal lacks no more than its tolerance',
      [women],
      [
        ...Array.from({ length: 46 }, () => [true]),
        ...Array.from({ length: 54 }, () => [false]),
      ] as boolean[][],
      [[false], [true]],
      0,
    ],
    [
      'who answers a goal of which nothing is known among those who hold places',
      [women],
      [[null], [null]],
      [[false], [true]],
      1,
    ],
    [
      'the earlier of two who answer goals equally far',
      [women, { share: 0.5, tolerance: 0 }],
      [[false, false]],
      [
        [false, true],
        [true, false],
      ],
      0,
    ],
    ['the first who waits, without goals', [], [[]], [[], []], 0],
  ] as [
    string,
    { share: number; tolerance: number }[],
    (boolean | null)[][],
    (boolean | null)[][],
    number,
  ][])('goes to %s', (_who, goals, held, waiting, place) => {
    expect(nextByGoals(goals, held, waiting)).toBe(place);
  });

  it('counts those who did not say neither way', () => {
    expect(nextByGoals([women], [[true], [null], [null], [null]], [[false], [true]])).toBe(0);
    expect(nextByGoals([women], [[true], [false], [false], [null]], [[false], [true]])).toBe(1);
  });
});
