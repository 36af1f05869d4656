import { expect } from 'vitest';
import { findRecovered } from '#app/domains/figures/open-attack.server.ts';
import { primaryOnly, protectTables } from '#app/domains/figures/protect-tables.server.ts';
import { hidden, isSmall, isReleasable, type Table } from '#app/domains/figures/protection.ts';
import { families } from '#app/domains/figures/rules.ts';
import { tallyOf } from '#app/domains/figures/tally.ts';
import { numbersOf, peopleOf, tablesOfWorld, worldOf } from '#tests/factories/worlds.ts';

/** Shown cells must tell the truth, and none of them be small. */
function expectHonest(
  tables: Table[],
  exact: { cells: { value: string; people: number }[] }[],
): void {
  tables.forEach((table, index) =>
    table.cells.forEach(({ value, people }, cell) => {
      if (people === null) return;
      expect(people).toBe(exact[index]!.cells[cell]!.people);
      expect(isSmall(table.measure, value, people)).toBe(false);
    }),
  );
}

/**
 * Random worlds in which tables are released one after another: nothing protected can be recovered
 * from all of them together. The test of the test: without complementary suppression many worlds
 * leak; and with it much is still shown.
 */
export async function expectSafeWorlds(worlds: number): Promise<void> {
  let leaking = 0;
  let shown = 0;
  for (let seed = 1; seed <= worlds; seed += 1) {
    const next = numbersOf(seed);
    const family = families[seed % families.length]!;
    const world = worldOf(next);
    const published: Table[] = [];
    // A first release, then one more meeting at a time, and now and then one whose counts change.
    for (let release = 0; release < 3; release += 1) {
      if (release > 0) {
        world.push({
          ...worldOf(next, 1)[0]!,
          id: `late${release}`,
          startsAt: new Date(Date.UTC(2026, 1, release)),
        });
        if (next() < 0.5)
          world[0] = {
            ...world[0]!,
            version: world[0]!.version + 1,
            rows: tallyOf(peopleOf(next, 30)),
          };
      }
      const exact = tablesOfWorld(world, family);
      if (release === 0 && (await findRecovered(exact.map(primaryOnly))).length > 0) leaking += 1;
      const due = exact.filter((table) =>
        isReleasable(
          primaryOnly(table),
          published.filter(({ key }) => key === table.key),
        ),
      );
      const tables = await protectTables(due, published);
      if (!tables) continue;
      expectHonest(tables, due);
      // A table that shows nothing is not published.
      published.push(...tables.filter((table) => !hidden(table)));
      shown += tables.reduce(
        (sum, table) => sum + table.cells.filter(({ people }) => people !== null).length,
        0,
      );
      expect(await findRecovered(published), `world ${seed}, release ${release}`).toEqual([]);
    }
  }
  expect(leaking).toBeGreaterThan(worlds / 3);
  expect(shown).toBeGreaterThan(worlds * 5);
}
