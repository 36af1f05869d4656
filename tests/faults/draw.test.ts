import { expect, it } from 'vitest';
import { drawPanel, type Draw } from '#app/domains/draw/select-panel.server.ts';
import { newWorld, poolOf } from '#tests/factories/pools.ts';

it('two thousand people of two hundred types are drawn by LEXIMIN, with at most a thousand panels', async () => {
  const world = newWorld(21, { people: 2000, values: [2, 4, 5, 20, 3], size: 110, types: 200 });
  const pool = poolOf(world);
  expect(pool.types).toHaveLength(200);
  const draw = (await drawPanel(pool, '00')) as Draw;
  const probabilities = Object.values(draw.probabilidades);
  expect(probabilities).toHaveLength(2000);
  expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(110, 5);
  expect(draw.minimo).toBeCloseTo(0.0321324, 6);
  expect(draw.redondeo).toBeLessThanOrEqual(1e-6);
  expect(draw.loteria.length).toBeLessThanOrEqual(1000);
  expect(draw.loteria.reduce((sum, { peso }) => sum + peso, 0)).toBe(1_000_000);
  for (const { panel } of draw.loteria) {
    expect(new Set(panel).size).toBe(110);
    for (const { feature, value, min, max } of world.quotas) {
      const count = panel.filter(
        (id) => world.people[Number(id)]![Number(feature.slice(1))] === value,
      ).length;
      expect(count >= min && count <= max).toBe(true);
    }
  }
}, 900_000);
