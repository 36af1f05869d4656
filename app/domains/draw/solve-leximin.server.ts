import type { Composition } from './lottery.ts';
import type { Pool } from './pool.ts';
import { breathe, infinity, solver } from '#app/platform/solver/run-solver.server.ts';
import {
  masterOf,
  pricingOf,
  type LeximinState,
  type Master,
  type Mixture,
  type Pricing,
} from './leximin-programmes.server.ts';

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

/**
 * How many lotteries with the same probabilities are tried before one that moves somebody too far
 * is taken.
 */
const variants = 4;

/**
 * After so many turns the state is told, and the linear programme is made anew from it, whether or
 * not anybody stops there.
 */
const turnsBetween = 25;

type Watch = {
  progress?: (progress: LeximinProgress) => void;
  stopped?: () => boolean;
  checkpoint?: (state: LeximinState) => void;
};

/** A run on its way: its state, its two programmes, and what it says of itself. */
type Run = {
  state: LeximinState;
  counts: number[];
  price: Pricing;
  master: Master;
  latest: LeximinProgress;
  /** Makes the linear programme anew from the state, so that a run that goes on does the same. */
  renew: () => void;
  /** Says how far it is, lets others work, and asks whether to stop. */
  interrupted: () => Promise<boolean>;
};

const firstState = (types: number): LeximinState => ({
  fixed: Array.from({ length: types }, () => null),
  floors: Array.from({ length: types }, () => 0),
  known: [],
  seen: Array.from({ length: types }, () => 0),
  opened: 0,
  proof: null,
  turn: 0,
});

/**
 * Every type that can sit at all gets a composition in which it does; the others have no
 * probability. Says how that ended when it did not come to its end.
 */
async function openTypes(run: Run): Promise<'infeasible' | 'unfinished' | null> {
  const { state, counts, master } = run;
  for (; state.opened < counts.length; state.opened += 1) {
    const type = state.opened;
    if (state.seen[type]! > 0) continue;
    if (await run.interrupted()) return 'unfinished';
    const worth = state.seen.map((seen, t) => (t === type ? 1000 : 1 / (1 + 5 * seen)));
    const found = run.price(worth);
    if (!found) return 'infeasible';
    found.best.forEach((seats, t) => (state.seen[t]! += seats / counts[t]!));
    master.add(found.best);
    if (found.best[type] === 0) master.fix(type, 0);
  }
  return null;
}

/** Looks for compositions that raise the smallest open probability; says how many were new. */
function searchMore(run: Run, solution: ReturnType<Master['solve']>): number {
  const { state, counts, master } = run;
  const { smallest, duals, price: paid } = solution;
  const gainOf = (composition: Composition) =>
    composition.reduce((sum, seats, t) => sum + (seats * duals[t]!) / counts[t]!, -paid);
  const search = (by: number[]) => {
    // In thousands of what is paid: the solver's tolerances are far below what is at stake.
    const { best, met } = run.price(by.map((dual, t) => (1000 * dual) / (counts[t]! * paid)))!;
    const bound = by.reduce(
      (sum, dual, t) => sum + dual * (best[t]! / counts[t]! - (state.fixed[t] ?? 0)),
      0,
    );
    if (bound < boundOf(state)) state.proof = { bound, duals: by };
    return [best, ...met].filter(
      (composition) => gainOf(composition) > noGain && master.add(composition),
    ).length;
  };
  // Duals jump from one solve to the next; half way to those of the best proof, fewer compositions
  // are needed.
  const best = state.proof?.duals;
  const between = best ? search(duals.map((dual, t) => (dual + best[t]!) / 2)) : 0;
  if (between > 0) return between;
  return boundOf(state) - smallest > noGain ? search(duals) : 0;
}

const boundOf = (state: LeximinState) => state.proof?.bound ?? infinity;

/**
 * Fixes the types that can have no more: one with dual y can lie at most gap / y above the value;
 * the largest dual is at least 1 / types.
 */
function fixProven({ state, master }: Run, smallest: number, gap: number): void {
  const open = state.fixed.flatMap((value, t) => (value === null ? [t] : []));
  const proven = state.proof!.duals;
  const enough = Math.min(
    Math.max(...open.map((t) => proven[t]!)),
    Math.max(1e-6, gap / fixedWithin),
  );
  for (const type of open.filter((t) => proven[t]! >= enough)) master.fix(type, smallest);
  state.proof = null;
}

/** One turn: solve, search, and fix what is proven. */
function takeTurn(run: Run, watch: Watch): void {
  const { state, latest } = run;
  if (state.turn % turnsBetween === 0) {
    watch.checkpoint?.(state);
    run.renew();
  }
  state.turn += 1;
  const solution = run.master.solve();
  const { smallest } = solution;
  const added = searchMore(run, solution);
  const bound = boundOf(state);
  const gap = Math.max(0, bound - smallest);
  Object.assign(latest, { smallest, gap: Math.max(0, Math.min(1, bound) - smallest) });
  if (gap > noGain && added > 0) return;
  fixProven(run, smallest, gap);
  latest.gap = state.fixed.includes(null) ? Math.max(0, 1 - smallest) : 0;
}

/** What a run came to. Digits below the precision of the proof are noise: 0.1 is printed 0.1. */
function concluded({ counts, master }: Run): LeximinResult {
  const lotteries = Array.from({ length: variants }, (_, variant) => master.mixture(variant));
  const [first = []] = lotteries;
  const probabilities = counts.map((count, t) => {
    const seats = first.reduce((sum, { weight, composition }) => sum + weight * composition[t]!, 0);
    return Math.round((seats / count) * 1e9) / 1e9;
  });
  return { kind: 'leximin', probabilities, lotteries };
}

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
  const state = from ? structuredClone(from) : firstState(counts.length);
  let mastering = highs.createModel();
  try {
    const run: Run = {
      state,
      counts,
      price: pricingOf(highs, pricing, pool),
      master: masterOf(highs, mastering, counts, state),
      latest: { fixed: 0, types: counts.length, smallest: 0, gap: 1 },
      renew: () => {
        mastering.dispose();
        mastering = highs.createModel();
        run.master = masterOf(highs, mastering, counts, state);
      },
      interrupted: async () => {
        run.latest.fixed = state.fixed.filter((value) => value !== null).length;
        watch.progress?.({ ...run.latest });
        await breathe();
        return watch.stopped?.() ?? false;
      },
    };
    const ended = await openTypes(run);
    if (ended === 'infeasible') return { kind: 'infeasible' };
    if (ended === 'unfinished') return { kind: 'unfinished', progress: run.latest };
    while (state.fixed.includes(null)) {
      takeTurn(run, watch);
      if (await run.interrupted()) return { kind: 'unfinished', progress: run.latest };
    }
    run.renew();
    return concluded(run);
  } finally {
    pricing.dispose();
    mastering.dispose();
  }
}
