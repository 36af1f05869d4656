import type { Highs, Model } from 'highs';
import type { System, Target } from './protection.ts';
import { sumOf, type Worlds } from './worlds.ts';
import { modelData, solved } from '#app/platform/solver/run-solver.server.ts';

/** Below this a number counts as zero. */
export const near = 1e-6;

/** A bound of a cell, and how much each row weighs in it. */
export type Bound = { value: number; duals: Float64Array };

/** One programme over a system, that starts each time from where it was. */
export type Programme = {
  most: (target: Target) => Bound;
  least: (target: Target) => Bound;
  changeRow: (row: number, lower: number, upper: number) => void;
  dispose: () => void;
};

const isWhole = (values: Float64Array) =>
  values.every((value) => Math.abs(value - Math.round(value)) < near);

/** A model whose objective changes from cell to cell. */
function modelOf(highs: Highs, system: System, whole: boolean): Model {
  const model = highs.createModel();
  model.options.set({
    output_flag: false,
    random_seed: 1,
    ...(whole ? { mip_rel_gap: 0, mip_abs_gap: 0.5 } : {}),
  });
  model.passModel(
    modelData(
      highs,
      system.uppers.map((upper) => ({ cost: 0, upper, whole })),
      system.rows,
      true,
    ),
  );
  return model;
}

/** Bounds cells of a system, in whole numbers or not; every world that it meets is remembered. */
export function boundCells(
  highs: Highs,
  system: System,
  worlds: Worlds,
  whole: boolean,
): Programme {
  const model = modelOf(highs, system, whole);
  const bound = (target: Target, cost: 1 | -1): { sum: number; duals: Float64Array } => {
    const costs = new Float64Array(system.uppers.length);
    for (const column of target.indices) costs[column] = cost;
    model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    if (!solved(highs, model)) throw new Error('What was published contradicts itself');
    const { colValue, rowDual } = model.getSolution();
    if (isWhole(colValue)) worlds.meet(colValue.map(Math.round));
    return { sum: sumOf(colValue, target.indices), duals: rowDual };
  };
  return {
    most: (target) => {
      const { sum, duals } = bound(target, 1);
      return { value: Math.floor(sum + near), duals };
    },
    least: (target) => {
      const { sum, duals } = bound(target, -1);
      return { value: Math.ceil(sum - near), duals };
    },
    changeRow: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    dispose: () => model.dispose(),
  };
}
