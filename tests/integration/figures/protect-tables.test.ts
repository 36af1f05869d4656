import { describe, expect, it } from 'vitest';
import { findRecovered } from '#app/domains/figures/open-attack.server.ts';
import type { Table } from '#app/domains/figures/protection.ts';
import { expectSafeWorlds } from './safe-worlds.ts';

describe('protected tables', () => {
  it(
    'let nothing be recovered in 30 random worlds, over releases that follow one another',
    async () => await expectSafeWorlds(30),
    600_000,
  );
});

describe('the attack', () => {
  const meeting = { id: 'm', version: 1, people: 20 };
  const table = (cells: Record<string, number | null>): Table => ({
    key: 'plan',
    scope: 'plan',
    population: 'asistieron',
    measure: 'genero',
    people: 20,
    meetings: [meeting],
    cells: Object.entries(cells).map(([value, people]) => ({ value, people })),
  });

  it('subtracts: one protected cell beside its total is recovered, exactly', async () => {
    expect(
      await findRecovered([table({ mujeres: 12, hombres: 6, otras: null, '': 0 })]),
    ).toMatchObject([{ value: 'otras', low: 2, high: 2 }]);
  });

  it('knows that a protected cell counts somebody: two that add up to too few are recovered', async () => {
    expect(
      (await findRecovered([table({ mujeres: 15, hombres: null, otras: 0, '': null })])).map(
        ({ value, low, high }) => [value, low, high],
      ),
    ).toEqual([
      ['hombres', 1, 4],
      ['', 1, 4],
    ]);
    expect(
      await findRecovered([table({ mujeres: 10, hombres: null, otras: 0, '': null })]),
    ).toEqual([]);
  });

  it('takes one meeting from all of them', async () => {
    const two: Table = {
      ...table({ mujeres: 20, hombres: 13, otras: 0, '': 0 }),
      people: 33,
      meetings: [meeting, { id: 'n', version: 1, people: 13 }],
    };
    const one: Table = {
      ...table({ mujeres: 11, hombres: 9, otras: 0, '': 0 }),
      key: 'taller:m',
      scope: 'taller:m',
    };
    const other: Table = {
      ...table({ mujeres: null, hombres: null, otras: 0, '': 0 }),
      key: 'taller:n',
      scope: 'taller:n',
      people: 13,
      meetings: [two.meetings[1]!],
    };
    expect(
      (await findRecovered([two, one, other])).map(({ table: { key }, value, low }) => [
        key,
        value,
        low,
      ]),
    ).toEqual([
      ['taller:n', 'mujeres', 9],
      ['taller:n', 'hombres', 4],
    ]);
  });
});
