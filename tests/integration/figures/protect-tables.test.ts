import { describe, expect, it } from 'vitest';
import { findRecovered } from '#app/domains/figures/find-recovered.server.ts';
import { prepareTables } from '#app/domains/figures/prepare-tables.server.ts';
import { protectTables } from '#app/domains/figures/protect-tables.ts';
import type { Table } from '#app/domains/figures/protection.ts';
import { candidatesOf, meetingOf, numbersOf, peopleOf, worldOf } from '#tests/factories/worlds.ts';
import { protectAll } from '#tests/load/figures.ts';
import { expectSafeWorlds } from './safe-worlds.ts';

describe('protected tables', () => {
  it(
    'let no secret be recovered in 30 random worlds, over releases that follow one another',
    // And in those where a group that others leave kept its name while its people changed.
    async () => await expectSafeWorlds(30, [61, 194, 876, 944]),
    600_000,
  );

  it('go on where exchanges can no longer prove something earlier open: the solver finds two worlds', async () => {
    // The one of 150 random worlds in which that held a release back (4 of 1,200 releases).
    const next = numbersOf(1114);
    const world = worldOf(next);
    const published: Table[] = [];
    const stoodStill: boolean[] = [];
    let releasedThen = 0;
    for (let release = 0; release < 8; release += 1) {
      for (let more = release === 0 ? 0 : 1 + Math.floor(next() * 3); more > 0; more -= 1)
        world.push(meetingOf(next, world.length, peopleOf(next, 40)));
      const candidates = candidatesOf(world, ['cuida'], published);
      const { unproven } = protectTables(candidates.ground, [], published);
      const { tables, standsAt } = await prepareTables(candidates);
      expect(standsAt).toBeNull();
      stoodStill.push(unproven !== null);
      if (unproven) releasedThen += tables.length;
      published.push(...tables);
      expect(await findRecovered(candidates.ground, published, true)).toEqual([]);
    }
    expect(stoodStill).toContain(true);
    expect(releasedThen).toBeGreaterThan(0);
  }, 120_000);

  it('stand still, and say at what, where a secret was told before', async () => {
    const next = numbersOf(7);
    const world = worldOf(next, 4);
    const first = candidatesOf(world, ['genero']);
    const careless = first.exacts.map((exact): Table => ({ ...exact }));
    for (let more = 0; more < 3; more += 1)
      world.push(meetingOf(next, world.length, peopleOf(next, 40)));
    const { tables, standsAt } = await prepareTables(candidatesOf(world, ['genero'], careless));
    expect(tables).toEqual([]);
    expect(standsAt).toMatch(/ \| /);
  }, 60_000);

  it('are many and come soon where there are forty meetings of five hundred people', async () => {
    const { seconds, tables } = await protectAll(40, 20_000);
    expect(tables).toBeGreaterThan(100);
    expect(seconds).toBeLessThan(60);
  }, 120_000);
});
