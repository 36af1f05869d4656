import { expect } from 'vitest';
import { findRecovered } from '#app/domains/figures/find-recovered.server.ts';
import { prepareTables } from '#app/domains/figures/prepare-tables.server.ts';
import {
  isSmall,
  isWithheld,
  primaryOnly,
  type ExactTable,
  type Table,
} from '#app/domains/figures/protection.ts';
import { families } from '#app/domains/figures/rules.ts';
import { candidatesOf, meetingOf, numbersOf, peopleOf, worldOf } from '#tests/factories/worlds.ts';

/** Shown cells must tell the truth, and none of them be small. */
function expectHonest(tables: Table[], exacts: ExactTable[]): void {
  for (const table of tables) {
    const exact = exacts.find(({ key }) => key === table.key)!;
    expect(isWithheld(exact)).toBe(false);
    table.cells.forEach(({ value, people }, cell) => {
      if (people === null) return;
      expect(people).toBe(exact.cells[cell]!.people);
      expect(isSmall(table.measure, value, people)).toBe(false);
    });
  }
}

/**
 * Random worlds in which tables are released one after another: no secret can be recovered from all
 * of them together, by the exact attack. The test of the test: without complementary suppression
 * many worlds leak; and with it much is still shown.
 */
export async function expectSafeWorlds(
  worlds: number,
  more: readonly number[] = [],
): Promise<void> {
  let leaking = 0;
  let shown = 0;
  for (const seed of [...Array.from({ length: worlds }, (_, n) => n + 1), ...more]) {
    const next = numbersOf(seed);
    const family = families[seed % families.length]!;
    const world = worldOf(next);
    const published: Table[] = [];
    // A first release, then some more meetings at a time.
    for (let release = 0; release < 4; release += 1) {
      for (let more = release === 0 ? 0 : 1 + Math.floor(next() * 3); more > 0; more -= 1)
        world.push(meetingOf(next, world.length, peopleOf(next, 40)));
      const candidates = candidatesOf(world, family, published);
      const careless = candidates.exacts.map((exact) => primaryOnly(exact));
      if (release === 0 && (await findRecovered(candidates.ground, careless, true)).length > 0)
        leaking += 1;
      const { tables } = await prepareTables(candidates);
      expectHonest(tables, candidates.exacts);
      published.push(...tables);
      shown += tables.reduce(
        (sum, table) => sum + table.cells.filter(({ people }) => people !== null).length,
        0,
      );
      expect(
        await findRecovered(candidates.ground, published, true),
        `world ${seed}, release ${release}`,
      ).toEqual([]);
    }
  }
  expect(leaking).toBeGreaterThan(worlds / 3);
  expect(shown).toBeGreaterThan(worlds * 5);
}
