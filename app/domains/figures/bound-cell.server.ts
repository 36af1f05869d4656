import type { Highs, Model } from 'highs';
import type { System } from './system.ts';
import { modelData, solved } from '#app/platform/solver/run-solver.server.ts';

/** Below this a number counts as zero. */
const near = 1e-6;

/** Unknowns in whole numbers that fit everything shown. */
export type World = Float64Array;

/** The sum of some unknowns. */
export function sumIn(world: World, indices: readonly number[]): number {
  return indices.reduce((total, column) => total + (world[column] ?? 0), 0);
}

/** One programme over a system, that starts each time from where it was. */
export type Programme = {
  /** The most (1) or least (-1) that a sum can be; every whole world on the way is told. */
  bound: (indices: readonly number[], side: 1 | -1) => number;
  dispose: () => void;
};

const isWhole = (values: Float64Array) =>
  values.every((value) => Math.abs(value - Math.round(value)) < near);

/** A model whose objective changes from count to count; `seconds` is how long it may look each time. */
function modelOf(highs: Highs, system: System, whole: boolean, seconds?: number): Model {
  const model = highs.createModel();
  model.options.set({
    output_flag: false,
    random_seed: 1,
    ...(whole ? { mip_rel_gap: 0, mip_abs_gap: 0.5 } : {}),
    ...(seconds === undefined ? {} : { time_limit: seconds }),
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

/** Bounds counts over a system, in whole numbers or not. */
export function boundCells(
  highs: Highs,
  system: System,
  meet: (world: World) => void,
  whole: boolean,
  seconds?: number,
): Programme {
  const model = modelOf(highs, system, whole, seconds);
  return {
    bound: (indices, side) => {
      const costs = new Float64Array(system.uppers.length);
      for (const column of indices) costs[column] = side;
      model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
      if (!solved(highs, model)) throw new Error('What was published contradicts itself');
      const { colValue } = model.getSolution();
      if (isWhole(colValue)) meet(colValue.map(Math.round));
      const sum = sumIn(colValue, indices);
      return side === 1 ? Math.floor(sum + near) : Math.ceil(sum - near);
    },
    dispose: () => model.dispose(),
  };
}
