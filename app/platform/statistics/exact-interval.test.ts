import { describe, expect, it } from 'vitest';
import { exactInterval } from './exact-interval.ts';

describe('the exact interval', () => {
  it('is Clopper and Pearson’s', () => {
    // Reference values: R, binom.test.
    for (const [count, of, low, high] of [
      [5, 10, 0.187086, 0.812914],
      [0, 20, 0, 0.1684335],
      [20, 20, 0.8315665, 1],
      [11, 230, 0.0241132, 0.0839613],
    ] as const) {
      expect(exactInterval(count, of)[0]).toBeCloseTo(low, 6);
      expect(exactInterval(count, of)[1]).toBeCloseTo(high, 6);
    }
  });
});
