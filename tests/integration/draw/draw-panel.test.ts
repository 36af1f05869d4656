import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  drawPanel,
  DrawRefused,
  selectPanel,
  type Draw,
} from '#app/domains/draw/select-panel.server.ts';
import { solveLeximin } from '#app/domains/draw/solve-leximin.server.ts';
import type { LeximinState } from '#app/domains/draw/leximin-programmes.server.ts';
import { exactLeximin, panelsOf } from '#tests/integration/draw/exact-leximin.ts';
import { filesOf, newWorld, numbersFrom, poolOf, type TestWorld } from '#tests/factories/pools.ts';
import { file } from './panel-files.ts';

/**
 * What must hold of every draw: whole weights, panels that fulfil the quotas, and nobody moved by
 * more than one in a million.
 */
function check(
  draw: Awaited<ReturnType<typeof drawPanel>>,
  { people, quotas, size }: TestWorld,
): asserts draw is Draw {
  if ('factible' in draw) throw new Error('infeasible');
  expect(draw.loteria.reduce((sum, { peso }) => sum + peso, 0)).toBe(1_000_000);
  expect(draw.loteria.length).toBeLessThanOrEqual(1000);
  const weights = new Map<string, number>();
  for (const { peso, panel } of draw.loteria) {
    expect(Number.isInteger(peso) && peso > 0).toBe(true);
    expect([...new Set(panel)].sort()).toEqual(panel);
    expect(panel).toHaveLength(size);
    for (const id of panel) weights.set(id, (weights.get(id) ?? 0) + peso);
    for (const { feature, value, min, max } of quotas) {
      const count = panel.filter(
        (id) => people[Number(id)]![Number(feature.slice(1))] === value,
      ).length;
      expect(count >= min && count <= max, `${feature}=${value}`).toBe(true);
    }
  }
  const moves = Object.entries(draw.probabilidades).map(([id, probability]) =>
    Math.abs((weights.get(id) ?? 0) / 1_000_000 - probability),
  );
  expect(Math.max(...moves)).toBeLessThanOrEqual(1e-6);
  expect(draw.redondeo).toBeCloseTo(Math.max(...moves), 12);
  expect(draw.minimo).toBe(Math.min(...Object.values(draw.probabilidades)));
  const keys = draw.loteria.map(({ panel }) => panel.join());
  expect([...keys].sort()).toEqual(keys);
  expect(draw.loteria.map(({ panel }) => panel)).toContainEqual(draw.panel);
}

describe('random small worlds against brute force in whole numbers', () => {
  /**
   * A world of five to eight people with quotas around one of their panels, or around nothing at
   * all.
   */
  function smallWorld(seed: number): TestWorld {
    const next = numbersFrom(seed);
    const count = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
    const features = count(2, 3);
    const people = Array.from({ length: count(5, 8) }, () =>
      Array.from({ length: features }, () => `v${count(0, 2)}`),
    );
    const size = count(2, 4);
    const chosen = people.slice(0, size);
    const quotas = Array.from({ length: features }, (_, f) =>
      ['v0', 'v1'].map((value) => {
        const about =
          seed % 5 === 0 ? count(0, size) : chosen.filter((values) => values[f] === value).length;
        return {
          feature: `f${f}`,
          value,
          min: Math.max(0, about - count(0, 1)),
          max: about + count(0, 1),
        };
      }),
    ).flat();
    return { people, quotas, size };
  }
  /** By how much a panel breaks quotas. */
  function excess(world: TestWorld, panel: number[]): number {
    return world.quotas.reduce((sum, { feature, value, min, max }) => {
      const seated = panel.filter(
        (person) => world.people[person]![Number(feature.slice(1))] === value,
      ).length;
      return sum + Math.max(0, min - seated, seated - max);
    }, 0);
  }

  const worlds = Array.from({ length: 60 }, (_, index) => ({
    seed: index + 1,
    world: smallWorld(index + 1),
  }));
  const feasible = worlds.map(({ world }) =>
    panelsOf(world.people.length, world.size).some((panel) => excess(world, panel) === 0),
  );

  it('there are worlds of both kinds', () => {
    expect(feasible.filter(Boolean).length).toBeGreaterThanOrEqual(40);
    expect(feasible.filter((one) => !one).length).toBeGreaterThanOrEqual(5);
  });

  it.each(worlds)(
    'world $seed',
    async ({ world }) => {
      const panels = panelsOf(world.people.length, world.size);
      const allowed = panels.filter((panel) => excess(world, panel) === 0);
      const draw = await drawPanel(poolOf(world), '00');
      if (allowed.length === 0) {
        expect(draw).toMatchObject({
          factible: false,
          cambio_total: Math.min(...panels.map((panel) => excess(world, panel))),
        });
        const changed = (
          draw as {
            relajacion: { feature: string; value: string; min_nuevo: number; max_nuevo: number }[];
          }
        ).relajacion;
        const relaxed = world.quotas.map((quota) => {
          const change = changed.find(
            ({ feature, value }) => feature === quota.feature && value === quota.value,
          );
          return change ? { ...quota, min: change.min_nuevo, max: change.max_nuevo } : quota;
        });
        expect(panels.some((panel) => excess({ ...world, quotas: relaxed }, panel) === 0)).toBe(
          true,
        );
        return;
      }
      check(draw, world);
      exactLeximin(world.people.length, allowed).forEach((probability, person) => {
        expect(
          Math.abs(draw.probabilidades[String(person).padStart(5, '0')]! - probability),
          `person ${person}`,
        ).toBeLessThan(1e-8);
      });
    },
    30_000,
  );
});

describe('a pool of three hundred people', () => {
  const world = newWorld(11, { people: 300, values: [2, 3, 6], size: 30, types: 60 });

  it('is drawn with all promises kept, whatever the order of rows; the seed alone chooses', async () => {
    const { people, quotas } = filesOf(world);
    const shuffled = people.split('\n');
    const input = { people: file(people), quotas: file(quotas), size: world.size };
    const first = await selectPanel({ ...input, seed: '00ff' });
    check(first, world);
    const second = await selectPanel({
      ...input,
      people: file([shuffled[0], ...shuffled.slice(1).reverse()].join('\n')),
    });
    check(second, world);
    expect({ ...second, semilla: '', panel: [] }).toEqual({ ...first, semilla: '', panel: [] });
    expect(second.semilla).toMatch(/^[0-9a-f]{64}$/);

    // As anybody would check it, from the JSON alone.
    const textOf = ({ peso, panel }: (typeof first.loteria)[number]) =>
      `{"panel":${JSON.stringify(panel)},"peso":${peso}}`;
    const text = `[${first.loteria.map(textOf).join(',')}]`;
    expect(createHash('sha256').update(text).digest('hex')).toBe(first.hash);
    for (const draw of [first, second]) {
      let position = Number(
        BigInt(
          `0x${createHash('sha256')
            .update(Buffer.from(draw.semilla + draw.hash, 'hex'))
            .digest('hex')}`,
        ) % 1_000_000n,
      );
      expect(draw.loteria.find(({ peso }) => (position -= peso) < 0)!.panel).toEqual(draw.panel);
    }
  }, 180_000);

  it('goes on from wherever a run stood to the very same lottery', async () => {
    const pool = poolOf(world);
    const states: string[] = [];
    const whole = await solveLeximin(pool, {
      checkpoint: (state) => states.push(JSON.stringify(state)),
    });
    expect(states.length).toBeGreaterThan(2);
    for (const state of states)
      expect(await solveLeximin(pool, {}, JSON.parse(state) as LeximinState)).toEqual(whole);
  }, 120_000);

  it('is given up when told to, without a lottery, and says what was left to prove', async () => {
    let asked = 0;
    const result = await solveLeximin(poolOf(world), { stopped: () => (asked += 1) > 12 });
    expect(Object.keys(result)).toEqual(['kind', 'progress']);
    if (result.kind !== 'unfinished') throw new Error(result.kind);
    expect(result.progress.gap).toBeGreaterThan(1e-9);
    expect(result.progress.fixed).toBeLessThan(result.progress.types);
    await expect(drawPanel(poolOf(world), undefined, { stopped: () => true })).rejects.toThrow(
      DrawRefused,
    );
  }, 60_000);
});

describe('people who left something blank', () => {
  it('have a probability of their own and fulfil no quota', async () => {
    const people = file('id,genero\na,mujer\nb,mujer\nc,hombre\nd,\ne,\n');
    expect(
      await selectPanel({
        people,
        quotas: file('feature,value,min,max\ngenero,mujer,1,1\ngenero,hombre,1,1\n'),
        size: 3,
      }),
    ).toMatchObject({ probabilidades: { a: 0.5, b: 0.5, c: 1, d: 0.5, e: 0.5 } });
    expect(
      await selectPanel({
        people,
        quotas: file('feature,value,min,max\ngenero,mujer,2,2\ngenero,hombre,1,1\n'),
        size: 3,
      }),
    ).toMatchObject({ probabilidades: { a: 1, b: 1, c: 1, d: 0, e: 0 } });
  });
});
