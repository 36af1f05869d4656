import { panelRows } from './pool.ts';
import type { CallbackEventFor, Highs, Model } from 'highs';
import type { Composition } from './lottery.ts';
import type { Pool } from './pool.ts';
import {
  infinity,
  modelData,
  reachedOptimum,
  rounded,
  solved,
  wholeNumbers,
} from '#app/platform/solver/run-solver.server.ts';

export type Mixture = { weight: number; composition: Composition }[];

/** What the tolerances of the solver may take from a probability that is fixed. */
const leeway = 1e-10;

/** How far above its value a type may lie in a lottery: as little as possible. */
const ceilings = [2e-10, 2e-9, 2e-8, 2e-7, infinity];

const exactSimplex = {
  output_flag: false,
  primal_feasibility_tolerance: 1e-10,
  dual_feasibility_tolerance: 1e-10,
  presolve: 'off',
  simplex_strategy: 4,
  random_seed: 1,
};

/**
 * Finds the feasible composition that is worth most, with the lesser ones met on the way; null when
 * there is none at all.
 */
export type Pricing = (worth: number[]) => { best: Composition; met: Composition[] } | null;

export function pricingOf(highs: Highs, model: Model, pool: Pool): Pricing {
  model.options.set(wholeNumbers);
  model.passModel(
    modelData(
      highs,
      pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })),
      panelRows(pool),
      true,
    ),
  );
  return (worth) => {
    const met: Composition[] = [];
    // Nothing of earlier searches may lead this one elsewhere: a run that goes on later must find
    // the same.
    model.clearSolver();
    model.changeColsCost({ kind: 'range', from: 0, to: worth.length - 1 }, worth);
    const found = solved(highs, model, {
      [highs.constants.callbackType.mipImprovingSolution]: (event: CallbackEventFor<4>) => {
        if (event.data.mip_solution) met.push(rounded(event.data.mip_solution));
        return undefined;
      },
    });
    return found ? { best: rounded(model.getSolution().colValue), met } : null;
  };
}

/**
 * Where a run stands, in numbers that can be kept as JSON: a run that starts from it goes on as if
 * it had never stopped.
 */
export type LeximinState = {
  /** What each type is fixed at; null while it is open. */
  fixed: (number | null)[];
  /** The bounds that the fixed probabilities have in the linear programme. */
  floors: number[];
  known: Composition[];
  /**
   * Seats that the first compositions gave to each type, and the types that have been looked at.
   */
  seen: number[];
  opened: number;
  /**
   * The best proof so far that the smallest open probability cannot be raised above `bound`, by its
   * duals.
   */
  proof: { bound: number; duals: number[] } | null;
  turn: number;
};

/** The linear programme of a run; what it is asked changes the run's state with it. */
export type Master = ReturnType<typeof masterOf>;

/** A model whose column 0 is the smallest probability, row t the probability of type t. */
function emptyMaster(highs: Highs, types: number) {
  const rows = Array.from({ length: types }, () => ({
    lower: 0,
    upper: infinity,
    indices: [0],
    values: [-1],
  }));
  const whole = { lower: 1, upper: 1, indices: [] };
  return modelData(highs, [{ cost: -1, upper: infinity }], [...rows, whole]);
}

/**
 * Many fixed probabilities at once can exclude each other in their last digits: then all give way a
 * little.
 */
function settle(highs: Highs, model: Model, { fixed, floors }: LeximinState): void {
  for (let tries = 0; !solved(highs, model); tries += 1) {
    if (tries === 5) throw new Error('The fixed probabilities exclude each other');
    fixed.forEach((value, type) => {
      if (value === null) return;
      floors[type] = Math.max(0, floors[type]! - 10 * leeway);
      model.changeRowBounds(type, floors[type]!, infinity);
    });
  }
}

/**
 * A lottery in which every type has what it was fixed at: of all there are, the cheapest at costs
 * that `variant` chooses. What all give way by must not end up with one: none has more than its
 * value, but for last digits where these exclude it.
 */
function mixtureOf(highs: Highs, model: Model, state: LeximinState, variant: number): Mixture {
  const { known, floors, fixed } = state;
  model.changeColCost(0, 0);
  known.forEach((_, index) =>
    model.changeColCost(index + 1, ((index + 1) * variant * 0.6180339887) % 1),
  );
  const isWithin = ceilings.some((above) => {
    fixed.forEach((value, type) => model.changeRowBounds(type, floors[type]!, value! + above));
    return reachedOptimum(highs, model);
  });
  if (!isWithin) settle(highs, model, state);
  const mixed = Array.from(model.getSolution().colValue)
    .slice(1)
    .map((weight, index) => ({ weight, composition: known[index]! }))
    .filter(({ weight }) => weight > 1e-11);
  const total = mixed.reduce((sum, { weight }) => sum + weight, 0);
  return mixed.map(({ weight, composition }) => ({ weight: weight / total, composition }));
}

/** The linear programme over the compositions of a state. */
export function masterOf(highs: Highs, model: Model, counts: number[], state: LeximinState) {
  const types = counts.length;
  const { known, floors, fixed } = state;
  const keys = new Set(known.map((composition) => composition.join()));
  const addColumn = (composition: Composition) => {
    const seated = counts.flatMap((_, t) => (composition[t]! > 0 ? [t] : []));
    model.addCol(0, 0, infinity, {
      indices: [...seated, types],
      values: [...seated.map((t) => composition[t]! / counts[t]!), 1],
    });
  };
  const holdFloor = (type: number) => {
    model.changeCoefficient(type, 0, 0);
    model.changeRowBounds(type, floors[type]!, infinity);
  };
  model.options.set(exactSimplex);
  model.passModel(emptyMaster(highs, types));
  known.forEach(addColumn);
  fixed.forEach((value, type) => value !== null && holdFloor(type));
  return {
    add(composition: Composition): boolean {
      const key = composition.join();
      if (keys.has(key)) return false;
      keys.add(key);
      known.push(composition);
      addColumn(composition);
      return true;
    },
    fix(type: number, probability: number): void {
      fixed[type] = probability;
      floors[type] = Math.max(0, probability - leeway);
      holdFloor(type);
    },
    solve() {
      settle(highs, model, state);
      const { colValue, rowDual } = model.getSolution();
      return {
        smallest: colValue[0]!,
        duals: counts.map((_, t) => Math.max(0, rowDual[t]!)),
        price: -rowDual[types]!,
      };
    },
    mixture: (variant: number): Mixture => mixtureOf(highs, model, state, variant),
  };
}
