import { describe, expect, it } from 'vitest';
import { protectAll } from '#tests/load/figures.ts';
import { expectSafeWorlds } from './safe-worlds.ts';

describe('protected tables', () => {
  it(
    'let no secret be recovered in 30 random worlds, over releases that follow one another',
    // And in those where a group that others leave kept its name while its people changed.
    async () => await expectSafeWorlds(30, [61, 194, 876, 944]),
    600_000,
  );

  it('are many and come soon where there are forty meetings of five hundred people', () => {
    const { seconds, tables } = protectAll(40, 20_000);
    expect(tables).toBeGreaterThan(100);
    expect(seconds).toBeLessThan(60);
  }, 120_000);
});
