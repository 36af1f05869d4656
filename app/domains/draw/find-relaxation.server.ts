import { panelRows } from './pool.ts';
import type { Pool, Quota } from './pool.ts';
import {
  infinity,
  modelData,
  rounded,
  solved,
  solver,
  wholeNumbers,
  type Sparse,
} from '#app/platform/solver/run-solver.server.ts';

export type Relaxation = { changes: (Quota & { newMin: number; newMax: number })[]; total: number };

/**
 * The smallest change of quotas that makes a panel possible: the least sum of steps by which
 * minimums fall and maximums rise; among those, the fewest quotas touched, and then as few lowered
 * minimums as can be, since they protect presence.
 */
export async function findRelaxation(pool: Pool): Promise<Relaxation> {
  const highs = await solver();
  const types = pool.types.length;
  const amount = pool.quotas.length;
  const rise = Math.max(pool.size, ...pool.quotas.map(({ max }) => max));
  // Columns: seats of each type; then for each quota its lowered minimum, its raised maximum, and
  // whether it is touched.
  const [lowered, raised, touched] = [types, types + amount, types + 2 * amount];
  const quotaRows = pool.quotas.flatMap((quota, q): Sparse[] => [
    { lower: quota.min, upper: infinity, indices: [...quota.types, lowered + q] },
    {
      lower: -infinity,
      upper: quota.max,
      indices: [...quota.types, raised + q],
      values: [...quota.types.map(() => 1), -1],
    },
    {
      lower: -infinity,
      upper: 0,
      indices: [lowered + q, raised + q, touched + q],
      values: [1, 1, -(rise + quota.min)],
    },
  ]);
  const every = Array.from({ length: 2 * amount }, (_, index) => lowered + index);
  const solve = (costs: [number, number, number], most: number) =>
    highs.withModel((model) => {
      model.options.set(wholeNumbers);
      model.passModel(
        modelData(
          highs,
          [
            ...pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })),
            ...pool.quotas.map(({ min }) => ({ cost: costs[0], upper: min, whole: true })),
            ...pool.quotas.map(() => ({ cost: costs[1], upper: rise, whole: true })),
            ...pool.quotas.map(() => ({ cost: costs[2], upper: 1, whole: true })),
          ],
          [
            panelRows({ ...pool, quotas: [] })[0]!,
            ...quotaRows,
            { lower: -infinity, upper: most, indices: every },
          ],
        ),
      );
      if (!solved(highs, model)) throw new Error('No relaxation makes a panel possible');
      return rounded(model.getSolution().colValue);
    });
  const sum = (values: number[]) => every.reduce((all, column) => all + values[column]!, 0);
  const total = sum(solve([1, 1, 0], infinity));
  const values = solve([1, 0, total + 1], total);
  const changes = pool.quotas.map(({ feature, value, min, max }, q) => ({
    feature,
    value,
    min,
    max,
    newMin: min - values[lowered + q]!,
    newMax: max + values[raised + q]!,
  }));
  return {
    changes: changes.filter(({ min, max, newMin, newMax }) => newMin !== min || newMax !== max),
    total,
  };
}
