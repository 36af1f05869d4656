import loadHighs, { type Highs, type Model, type ModelData } from 'highs';

/** The solver (HiGHS in WebAssembly) and how a model is written for it. */

export type Sparse = { lower: number; upper: number; indices: number[]; values?: number[] };

export const infinity = Number.POSITIVE_INFINITY;
export const wholeNumbers = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-9,
  mip_feasibility_tolerance: 1e-9,
  random_seed: 1,
};

let loading: Promise<Highs> | undefined;

/** The solver, loaded once a process; a loading that failed is not kept. */
export async function solver(): Promise<Highs> {
  const asked = (loading ??= loadHighs());
  try {
    return await asked;
  } catch (error) {
    if (loading === asked) loading = undefined;
    throw error;
  }
}

/** A model out of its columns and sparse rows. */
export function modelData(
  highs: Highs,
  columns: { cost: number; upper: number; whole?: boolean }[],
  rows: Sparse[],
  maximise = false,
): ModelData {
  const starts = rows.reduce((list, row) => [...list, list.at(-1)! + row.indices.length], [0]);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: maximise
      ? highs.constants.objectiveSense.maximize
      : highs.constants.objectiveSense.minimize,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap(({ indices }) => indices),
      values: rows.flatMap(({ indices, values }) => values ?? indices.map(() => 1)),
    },
    integrality: columns.map(({ whole }) => (whole ? 1 : 0)),
  };
}

/** Runs a model that has an optimum unless it has no solution. */
export function solved(
  highs: Highs,
  model: Model,
  callbacks?: Parameters<Model['run']>[0],
): boolean {
  const { modelStatus } = model.run(callbacks);
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  if (modelStatus === optimal) return true;
  if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return false;
  throw new Error(`HiGHS ended with status ${modelStatus}`);
}

/**
 * Whether a model that may have no solution, or none that its tolerances let be found, has come to
 * its optimum.
 */
export function reachedOptimum(highs: Highs, model: Model): boolean {
  model.clearSolver();
  return model.run().modelStatus === highs.constants.modelStatus.optimal;
}

/**
 * Whole numbers; a zero is a zero, whichever side it came from, so that what is kept as text and
 * read again is the same.
 */
export const rounded = (values: Iterable<number>) =>
  Array.from(values, (value) => Math.round(value) + 0);

/** Lets signals and timers be heard between two runs of the solver, which block. */
export const breathe = async () => await new Promise<void>((done) => setImmediate(done));
