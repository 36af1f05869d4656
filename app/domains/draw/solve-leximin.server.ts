import { panelRows } from './pool.ts';
import type { CallbackEventFor, Highs, Model } from 'highs';
import type { Composition } from './lottery.ts';
import type { Pool } from './pool.ts';
import {
  breathe,
  infinity,
  modelData,
  reachedOptimum,
  rounded,
  solved,
  solver,
  wholeNumbers,
} from '#app/platform/solver/run-solver.server.ts';

/**
 * LEXIMIN (Flanigan, Gölz, Gupta, Hennig and Procaccia, Nature 596:548, 2021) over types of people:
 * the lottery that maximises the smallest probability, then the next, and so on. Column generation:
 * a linear programme over the compositions known so far raises the smallest probability of the
 * types not yet fixed; a whole-number programme looks for the composition that would raise it most.
 * When there is none, the value is proven, and the types whose dual is positive can have no more in
 * any optimal lottery: they are fixed at it.
 */

/**
 * How far a run has come: `gap` is the upper bound of the smallest probability that is not yet
 * proven, less that probability.
 */
export type LeximinProgress = { fixed: number; types: number; smallest: number; gap: number };

export type Mixture = { weight: number; composition: Composition }[];

export type LeximinResult =
  /** `lotteries` all have these probabilities; they differ in the compositions they mix. */
  | { kind: 'leximin'; probabilities: number[]; lotteries: Mixture[] }
  | { kind: 'infeasible' }
  /**
   * Stopped before its proof was complete. It holds no lottery, so nothing can be drawn and called
   * LEXIMIN by mistake.
   */
  | { kind: 'unfinished'; progress: LeximinProgress };

/** An improvement of the smallest probability below this is none. */
const noGain = 1e-9;
/**
 * With the gap that a proof leaves, no type that it fixes can lie further than this from its true
 * value.
 */
const fixedWithin = 2e-8;
/** What the tolerances of the solver may take from a probability that is fixed. */
const leeway = 1e-10;
/** How far above its value a type may lie in a lottery: as little as possible. */
const ceilings = [2e-10, 2e-9, 2e-8, 2e-7, infinity];
/**
 * How many lotteries with the same probabilities are tried before one that moves somebody too far
 * is taken.
 */
const variants = 4;
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
type Pricing = (worth: number[]) => { best: Composition; met: Composition[] } | null;

function pricingOf(highs: Highs, model: Model, pool: Pool): Pricing {
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

/**
 * After so many turns the state is told, and the linear programme is made anew from it, whether or
 * not anybody stops there.
 */
const turnsBetween = 25;

/**
 * The linear programme over the compositions of a state: column 0 is the smallest probability, row
 * t the probability of type t.
 */
function masterOf(highs: Highs, model: Model, counts: number[], state: LeximinState) {
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
  // Many fixed probabilities at once can exclude each other in their last digits: then all give way
  // a little.
  const settle = () => {
    for (let tries = 0; !solved(highs, model); tries += 1) {
      if (tries === 5) throw new Error('The fixed probabilities exclude each other');
      fixed.forEach((value, type) => {
        if (value === null) return;
        floors[type] = Math.max(0, floors[type]! - 10 * leeway);
        model.changeRowBounds(type, floors[type]!, infinity);
      });
    }
  };
  model.options.set(exactSimplex);
  model.passModel(
    modelData(
      highs,
      [{ cost: -1, upper: infinity }],
      [
        ...counts.map(() => ({ lower: 0, upper: infinity, indices: [0], values: [-1] })),
        { lower: 1, upper: 1, indices: [] },
      ],
    ),
  );
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
      settle();
      const { colValue, rowDual } = model.getSolution();
      return {
        smallest: colValue[0]!,
        duals: counts.map((_, t) => Math.max(0, rowDual[t]!)),
        price: -rowDual[types]!,
      };
    },
    /**
     * A lottery in which every type has what it was fixed at: of all there are, the cheapest at
     * costs that `variant` chooses.
     */
    mixture(variant: number): Mixture {
      model.changeColCost(0, 0);
      known.forEach((_, index) =>
        model.changeColCost(index + 1, ((index + 1) * variant * 0.6180339887) % 1),
      );
      // What all give way by must not end up with one: none has more than its value, but for last
      // digits where these exclude it.
      const isWithin = ceilings.some((above) => {
        fixed.forEach((value, type) => model.changeRowBounds(type, floors[type]!, value! + above));
        return reachedOptimum(highs, model);
      });
      if (!isWithin) settle();
      const mixed = Array.from(model.getSolution().colValue)
        .slice(1)
        .map((weight, index) => ({ weight, composition: known[index]! }))
        .filter(({ weight }) => weight > 1e-11);
      const total = mixed.reduce((sum, { weight }) => sum + weight, 0);
      return mixed.map(({ weight, composition }) => ({ weight: weight / total, composition }));
    },
  };
}

type Watch = {
  progress?: (progress: LeximinProgress) => void;
  stopped?: () => boolean;
  checkpoint?: (state: LeximinState) => void;
};

/**
 * Solves a draw, from its beginning or `from` where an earlier run stood. `stopped` is asked
 * between two runs of the solver. The result depends on the pool alone: no time, no chance, and not
 * where a run was stopped.
 */
export async function solveLeximin(
  pool: Pool,
  watch: Watch = {},
  from?: LeximinState,
): Promise<LeximinResult> {
  const highs = await solver();
  const pricing = highs.createModel();
  const counts = pool.types.map(({ length }) => length);
  const state: LeximinState = from
    ? structuredClone(from)
    : {
        fixed: counts.map(() => null),
        floors: counts.map(() => 0),
        known: [],
        seen: counts.map(() => 0),
        opened: 0,
        proof: null,
        turn: 0,
      };
  const { fixed } = state;
  let mastering = highs.createModel();
  try {
    const price = pricingOf(highs, pricing, pool);
    let master = masterOf(highs, mastering, counts, state);
    const latest: LeximinProgress = { fixed: 0, types: counts.length, smallest: 0, gap: 1 };
    const interrupted = async () => {
      latest.fixed = fixed.filter((value) => value !== null).length;
      watch.progress?.({ ...latest });
      await breathe();
      return watch.stopped?.() ?? false;
    };
    const renew = () => {
      mastering.dispose();
      mastering = highs.createModel();
      master = masterOf(highs, mastering, counts, state);
    };

    // Every type that can sit at all gets a composition in which it does; the others have no
    // probability.
    for (; state.opened < counts.length; state.opened += 1) {
      const type = state.opened;
      if (state.seen[type]! > 0) continue;
      if (await interrupted()) return { kind: 'unfinished', progress: latest };
      const found = price(counts.map((_, t) => (t === type ? 1000 : 1 / (1 + 5 * state.seen[t]!))));
      if (!found) return { kind: 'infeasible' };
      found.best.forEach((seats, t) => (state.seen[t]! += seats / counts[t]!));
      master.add(found.best);
      if (found.best[type] === 0) master.fix(type, 0);
    }

    while (fixed.includes(null)) {
      if (state.turn % turnsBetween === 0) {
        watch.checkpoint?.(state);
        renew();
      }
      state.turn += 1;
      const { smallest, duals, price: paid } = master.solve();
      const gainOf = (composition: Composition) =>
        composition.reduce((sum, seats, t) => sum + (seats * duals[t]!) / counts[t]!, -paid);
      const boundNow = () => state.proof?.bound ?? infinity;
      const search = (by: number[]) => {
        // In thousands of what is paid, so that the tolerances of the solver are far below what is
        // at stake.
        const { best, met } = price(by.map((dual, t) => (1000 * dual) / (counts[t]! * paid)))!;
        const bound = by.reduce(
          (sum, dual, t) => sum + dual * (best[t]! / counts[t]! - (fixed[t] ?? 0)),
          0,
        );
        if (bound < boundNow()) state.proof = { bound, duals: by };
        return [best, ...met].filter(
          (composition) => gainOf(composition) > noGain && master.add(composition),
        ).length;
      };
      // Duals jump from one solve to the next; half way to those of the best proof, fewer
      // compositions are needed.
      const best = state.proof?.duals;
      const added =
        (best && search(duals.map((dual, t) => (dual + best[t]!) / 2))) ||
        (boundNow() - smallest > noGain && search(duals));
      const gap = Math.max(0, boundNow() - smallest);
      Object.assign(latest, { smallest, gap: Math.max(0, Math.min(1, boundNow()) - smallest) });
      if (gap <= noGain || !added) {
        // A type with dual y can lie at most gap / y above the value; the largest dual is at least
        // 1 / types.
        const open = fixed.flatMap((value, t) => (value === null ? [t] : []));
        const proven = state.proof!.duals;
        const enough = Math.min(
          Math.max(...open.map((t) => proven[t]!)),
          Math.max(1e-6, gap / fixedWithin),
        );
        for (const type of open.filter((t) => proven[t]! >= enough)) master.fix(type, smallest);
        state.proof = null;
        latest.gap = fixed.includes(null) ? Math.max(0, 1 - smallest) : 0;
      }
      if (await interrupted()) return { kind: 'unfinished', progress: latest };
    }

    renew();
    const lotteries = Array.from({ length: variants }, (_, variant) => master.mixture(variant));
    // Digits below the precision of the proof are noise: 0.1 is printed 0.1.
    const probabilities = counts.map(
      (count, t) =>
        Math.round(
          (lotteries[0]!.reduce(
            (sum, { weight, composition }) => sum + weight * composition[t]!,
            0,
          ) /
            count) *
            1e9,
        ) / 1e9,
    );
    return { kind: 'leximin', probabilities, lotteries };
  } finally {
    pricing.dispose();
    mastering.dispose();
  }
}
