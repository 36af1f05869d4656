import loadHighs, { type CallbackEventFor, type Highs, type Model, type ModelData } from 'highs';
import { wholeWeight, weightRange, type Block, type Composition } from './lottery.ts';
import type { Pool, Quota } from './pool.ts';

/**
 * LEXIMIN (Flanigan, Gölz, Gupta, Hennig and Procaccia, Nature 596:548, 2021) over types of people: the lottery that
 * maximises the smallest probability, then the next, and so on. Column generation: a linear programme over the compositions
 * known so far raises the smallest probability of the types not yet fixed; a whole-number programme looks for the composition
 * that would raise it most. When there is none, the value is proven, and the types whose dual is positive can have no more
 * in any optimal lottery: they are fixed at it.
 */

/** How far a run has come: `gap` is the upper bound of the smallest probability that is not yet proven, less that probability. */
export type LeximinProgress = { fixed: number; types: number; smallest: number; gap: number };

type Mixture = { weight: number; composition: Composition }[];

export type LeximinResult =
  /** `lotteries` all have these probabilities; they differ in the compositions they mix. */
  | { kind: 'leximin'; probabilities: number[]; lotteries: Mixture[] }
  | { kind: 'infeasible' }
  /** Stopped before its proof was complete. It holds no lottery, so nothing can be drawn and called LEXIMIN by mistake. */
  | { kind: 'unfinished'; progress: LeximinProgress };

type Sparse = { lower: number; upper: number; indices: number[]; values?: number[] };

const infinity = Number.POSITIVE_INFINITY;
/** An improvement of the smallest probability below this is none. */
const noGain = 1e-9;
/** With the gap that a proof leaves, no type that it fixes can lie further than this from its true value. */
const fixedWithin = 2e-8;
/** What the tolerances of the solver may take from a probability that is fixed. */
const leeway = 1e-10;
/** How many lotteries with the same probabilities are tried before one that moves somebody too far is taken. */
const variants = 4;
const wholeNumbers = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, mip_feasibility_tolerance: 1e-9, random_seed: 1 };
const exactSimplex = { output_flag: false, primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-10, presolve: 'off', simplex_strategy: 4, random_seed: 1 };

let loading: Promise<Highs> | null = null;
const solver = async () => await (loading ??= loadHighs());

function modelData(highs: Highs, columns: { cost: number; upper: number; whole?: boolean }[], rows: Sparse[], maximise = false): ModelData {
  const starts = rows.reduce((list, row) => [...list, list.at(-1)! + row.indices.length], [0]);
  return {
    numCols: columns.length, numRows: rows.length, sense: maximise ? highs.constants.objectiveSense.maximize : highs.constants.objectiveSense.minimize,
    colCost: columns.map(({ cost }) => cost), colLower: columns.map(() => 0), colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower), rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices: rows.flatMap(({ indices }) => indices), values: rows.flatMap(({ indices, values }) => values ?? indices.map(() => 1)) },
    integrality: columns.map(({ whole }) => (whole ? 1 : 0)),
  };
}

/** The rows that make a vector of counts a panel: its size and every quota. */
function panelRows(pool: Pool): Sparse[] {
  return [{ lower: pool.size, upper: pool.size, indices: pool.types.map((_, t) => t) }, ...pool.quotas.map(({ min, max, types }) => ({ lower: min, upper: max, indices: types }))];
}

/** Runs a model that has an optimum unless it has no solution. */
function solved(highs: Highs, model: Model, callbacks?: Parameters<Model['run']>[0]): boolean {
  const { modelStatus } = model.run(callbacks);
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  if (modelStatus === optimal) return true;
  if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return false;
  throw new Error(`HiGHS ended with status ${modelStatus}`);
}

const rounded = (values: Iterable<number>) => Array.from(values, Math.round);

/** Finds the feasible composition that is worth most, with the lesser ones met on the way; null when there is none at all. */
type Pricing = (worth: number[]) => { best: Composition; met: Composition[] } | null;

function pricingOf(highs: Highs, model: Model, pool: Pool): Pricing {
  model.options.set(wholeNumbers);
  model.passModel(modelData(highs, pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })), panelRows(pool), true));
  return (worth) => {
    const met: Composition[] = [];
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

/** The linear programme over the compositions known so far: column 0 is the smallest probability, row t the probability of type t. */
function masterOf(highs: Highs, model: Model, counts: number[]) {
  const types = counts.length;
  const known: Composition[] = [];
  const keys = new Set<string>();
  const floors = new Map<number, number>();
  // Many fixed probabilities at once can exclude each other in their last digits: then all give way a little.
  const settle = () => {
    for (let tries = 0; !solved(highs, model); tries += 1) {
      if (tries === 5) throw new Error('The fixed probabilities exclude each other');
      for (const [type, floor] of floors) {
        floors.set(type, Math.max(0, floor - 10 * leeway));
        model.changeRowBounds(type, floors.get(type)!, infinity);
      }
    }
  };
  model.options.set(exactSimplex);
  model.passModel(modelData(highs, [{ cost: -1, upper: infinity }], [
    ...counts.map(() => ({ lower: 0, upper: infinity, indices: [0], values: [-1] })), { lower: 1, upper: 1, indices: [] },
  ]));
  return {
    known,
    add(composition: Composition): boolean {
      const key = composition.join();
      if (keys.has(key)) return false;
      keys.add(key);
      known.push(composition);
      const seated = counts.flatMap((_, t) => (composition[t]! > 0 ? [t] : []));
      model.addCol(0, 0, infinity, { indices: [...seated, types], values: [...seated.map((t) => composition[t]! / counts[t]!), 1] });
      return true;
    },
    fix(type: number, probability: number): void {
      floors.set(type, Math.max(0, probability - leeway));
      model.changeCoefficient(type, 0, 0);
      model.changeRowBounds(type, floors.get(type)!, infinity);
    },
    solve() {
      settle();
      const { colValue, rowDual } = model.getSolution();
      return { smallest: colValue[0]!, duals: counts.map((_, t) => Math.max(0, rowDual[t]!)), price: -rowDual[types]! };
    },
    /** A lottery in which every type has what it was fixed at: of all there are, the cheapest at costs that `variant` chooses. */
    mixture(variant: number): Mixture {
      model.changeColCost(0, 0);
      known.forEach((_, index) => model.changeColCost(index + 1, ((index + 1) * variant * 0.6180339887) % 1));
      settle();
      const mixed = Array.from(model.getSolution().colValue).slice(1).map((weight, index) => ({ weight, composition: known[index]! })).filter(({ weight }) => weight > 1e-11);
      const total = mixed.reduce((sum, { weight }) => sum + weight, 0);
      return mixed.map(({ weight, composition }) => ({ weight: weight / total, composition }));
    },
  };
}

/** Lets signals and timers be heard between two runs of the solver, which block. */
const breathe = async () => await new Promise<void>((done) => setImmediate(done));

/**
 * Solves a draw. `stopped` is asked between two runs of the solver. The result depends on the pool alone: no time, no chance.
 */
export async function solveLeximin(pool: Pool, watch: { progress?: (progress: LeximinProgress) => void; stopped?: () => boolean } = {}): Promise<LeximinResult> {
  const highs = await solver();
  const pricing = highs.createModel();
  const mastering = highs.createModel();
  try {
    const counts = pool.types.map(({ length }) => length);
    const price = pricingOf(highs, pricing, pool);
    const master = masterOf(highs, mastering, counts);
    const fixed: (number | null)[] = counts.map(() => null);
    const latest: LeximinProgress = { fixed: 0, types: counts.length, smallest: 0, gap: 1 };
    const interrupted = async () => {
      latest.fixed = fixed.filter((value) => value !== null).length;
      watch.progress?.({ ...latest });
      await breathe();
      return watch.stopped?.() ?? false;
    };

    // Every type that can sit at all gets a composition in which it does; the others have no probability.
    const seen = counts.map(() => 0);
    for (const [type] of counts.entries()) {
      if (seen[type]! > 0) continue;
      if (await interrupted()) return { kind: 'unfinished', progress: latest };
      const found = price(counts.map((_, t) => (t === type ? 1000 : 1 / (1 + 5 * seen[t]!))));
      if (!found) return { kind: 'infeasible' };
      found.best.forEach((seats, t) => (seen[t]! += seats / counts[t]!));
      master.add(found.best);
      if (found.best[type]! > 0) continue;
      fixed[type] = 0;
      master.fix(type, 0);
    }

    // The best proof so far that the smallest probability cannot be raised above `bound`, by its duals.
    const unproven = { bound: infinity, duals: null as number[] | null };
    let proof = { ...unproven };
    while (fixed.includes(null)) {
      const { smallest, duals, price: paid } = master.solve();
      const gainOf = (composition: Composition) => composition.reduce((sum, seats, t) => sum + (seats * duals[t]!) / counts[t]!, -paid);
      const search = (by: number[]) => {
        // In thousands of what is paid, so that the tolerances of the solver are far below what is at stake.
        const { best, met } = price(by.map((dual, t) => (1000 * dual) / (counts[t]! * paid)))!;
        const bound = by.reduce((sum, dual, t) => sum + dual * (best[t]! / counts[t]! - (fixed[t] ?? 0)), 0);
        if (bound < proof.bound) proof = { bound, duals: by };
        return [best, ...met].filter((composition) => gainOf(composition) > noGain && master.add(composition)).length;
      };
      // Duals jump from one solve to the next; half way to those of the best proof, fewer compositions are needed.
      const added = (proof.duals && search(duals.map((dual, t) => (dual + proof.duals![t]!) / 2))) || (proof.bound - smallest > noGain && search(duals));
      const gap = Math.max(0, proof.bound - smallest);
      Object.assign(latest, { smallest, gap: Math.max(0, Math.min(1, proof.bound) - smallest) });
      if (gap <= noGain || !added) {
        // A type with dual y can lie at most gap / y above the value; the largest dual is at least 1 / types.
        const open = fixed.flatMap((value, t) => (value === null ? [t] : []));
        const proven = proof.duals!;
        const enough = Math.min(Math.max(...open.map((t) => proven[t]!)), Math.max(1e-6, gap / fixedWithin));
        for (const type of open.filter((t) => proven[t]! >= enough)) {
          fixed[type] = smallest;
          master.fix(type, smallest);
        }
        proof = { ...unproven };
        latest.gap = fixed.includes(null) ? Math.max(0, 1 - smallest) : 0;
      }
      if (await interrupted()) return { kind: 'unfinished', progress: latest };
    }

    const lotteries = Array.from({ length: variants }, (_, variant) => master.mixture(variant));
    // Digits below the precision of the proof are noise: 0.1 is printed 0.1.
    const probabilities = counts.map((count, t) => Math.round((lotteries[0]!.reduce((sum, { weight, composition }) => sum + weight * composition[t]!, 0) / count) * 1e9) / 1e9);
    return { kind: 'leximin', probabilities, lotteries };
  } finally {
    pricing.dispose();
    mastering.dispose();
  }
}

/** Whole weights of the compositions, rounded down, and the units that this leaves, by largest remainder. */
function largestRemainder(lottery: Mixture): { blocks: Block[]; units: Composition[] } {
  const parts = lottery.map(({ weight, composition }, index) => ({ composition, index, whole: Math.floor(weight * wholeWeight + 1e-6), rest: weight * wholeWeight - Math.floor(weight * wholeWeight + 1e-6) }));
  const left = wholeWeight - parts.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index);
  return {
    blocks: parts.map(({ whole, composition }) => ({ weight: whole, composition })),
    units: Array.from({ length: left }, (_, index) => byRest[index % byRest.length]!.composition),
  };
}

/** The smallest number of units that can be chosen anew when plain rounding moves somebody too far. */
const freeUnits = 64;

/**
 * Gives the compositions whole weights that add to a million, so that every type keeps a total which its members can share
 * without anybody moving by more than one in a million. Plain rounding does where few types overlap; else the last units are
 * each given to the composition that mends most, one after the other (a whole-number programme each), until all fits.
 */
export async function roundLottery(pool: Pool, result: Extract<LeximinResult, { kind: 'leximin' }>): Promise<Block[]> {
  const highs = await solver();
  const counts = pool.types.map(({ length }) => length);
  const ranges = result.probabilities.map((probability, t) => weightRange(probability).map((weight) => weight * counts[t]!) as [number, number]);
  const targets = result.probabilities.map((probability, t) => probability * wholeWeight * counts[t]!);
  let best: { blocks: Block[]; over: number } | null = null;
  for (const lottery of result.lotteries) {
    const whole = await roundMixture(highs, pool, lottery, ranges, targets);
    if (!best || whole.over < best.over) best = whole;
    if (best.over === 0) break;
  }
  return best!.blocks;
}

/** One lottery in whole weights, and by how much types together are outside their ranges. */
async function roundMixture(highs: Highs, pool: Pool, lottery: Mixture, ranges: [number, number][], targets: number[]): Promise<{ blocks: Block[]; over: number }> {
  const { blocks, units } = largestRemainder(lottery);
  while (units.length < freeUnits) {
    const heaviest = blocks.reduce((best, block) => (block.weight > best.weight ? block : best));
    if (heaviest.weight === 0) break;
    heaviest.weight -= 1;
    units.push(heaviest.composition);
  }
  const totals = pool.types.map((_, t) => blocks.reduce((sum, { weight, composition }) => sum + weight * composition[t]!, 0) + units.reduce((sum, composition) => sum + composition[t]!, 0));
  const outside = (t: number, total: number) => Math.max(0, ranges[t]![0] - total, total - ranges[t]![1]);
  const over = () => totals.reduce((sum, total, t) => sum + outside(t, total), 0);
  const costOf = (all: number[]) => all.reduce((sum, total, t) => sum + (100 * outside(t, total) + Math.abs(total - targets[t]!)) / pool.types[t]!.length, 0);

  for (let idle = 0, turn = 0; over() > 0 && idle < units.length; turn += 1) {
    const current = units[turn % units.length]!;
    const without = totals.map((total, t) => total - current[t]!);
    const better = highs.withModel((model) => bestUnit(highs, model, pool, without, ranges, targets));
    const after = without.map((total, t) => total + better[t]!);
    idle += 1;
    await breathe();
    if (costOf(totals) - costOf(after) <= 1e-7) continue;
    idle = 0;
    units[turn % units.length] = better;
    after.forEach((total, t) => (totals[t] = total));
  }

  const merged = new Map<string, Block>();
  for (const { weight, composition } of [...blocks, ...units.map((unit) => ({ weight: 1, composition: unit }))]) {
    const key = composition.join();
    merged.set(key, { composition, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  return { blocks: [...merged.values()], over: over() };
}

/** The composition that, with weight one, brings the totals nearest to where they should be. */
function bestUnit(highs: Highs, model: Model, pool: Pool, without: number[], ranges: [number, number][], targets: number[]): Composition {
  const types = pool.types.length;
  // Columns: seats of each type, its distance from the target, and how far it is outside its range.
  const columns = [
    ...pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })),
    ...pool.types.map(({ length }) => ({ cost: 1 / length, upper: infinity })),
    ...pool.types.map(({ length }) => ({ cost: 100 / length, upper: infinity })),
  ];
  const rows = [...panelRows(pool), ...pool.types.flatMap((_, t) => {
    const [distance, outside] = [types + t, 2 * types + t];
    return [
      { lower: targets[t]! - without[t]!, upper: infinity, indices: [t, distance], values: [1, 1] },
      { lower: -infinity, upper: targets[t]! - without[t]!, indices: [t, distance], values: [1, -1] },
      { lower: ranges[t]![0] - without[t]!, upper: infinity, indices: [t, outside], values: [1, 1] },
      { lower: -infinity, upper: ranges[t]![1] - without[t]!, indices: [t, outside], values: [1, -1] },
    ];
  })];
  model.options.set(wholeNumbers);
  model.passModel(modelData(highs, columns, rows));
  if (!solved(highs, model)) throw new Error('The pool has no panel');
  return rounded(model.getSolution().colValue.slice(0, types));
}

export type Relaxation = { changes: (Quota & { newMin: number; newMax: number })[]; total: number };

/**
 * The smallest change of quotas that makes a panel possible: the least sum of steps by which minimums fall and maximums
 * rise; among those, the fewest quotas touched, and then as few lowered minimums as can be, since they protect presence.
 */
export async function findRelaxation(pool: Pool): Promise<Relaxation> {
  const highs = await solver();
  const types = pool.types.length;
  const amount = pool.quotas.length;
  const rise = Math.max(pool.size, ...pool.quotas.map(({ max }) => max));
  // Columns: seats of each type; then for each quota its lowered minimum, its raised maximum, and whether it is touched.
  const [lowered, raised, touched] = [types, types + amount, types + 2 * amount];
  const quotaRows = pool.quotas.flatMap((quota, q): Sparse[] => [
    { lower: quota.min, upper: infinity, indices: [...quota.types, lowered + q] },
    { lower: -infinity, upper: quota.max, indices: [...quota.types, raised + q], values: [...quota.types.map(() => 1), -1] },
    { lower: -infinity, upper: 0, indices: [lowered + q, raised + q, touched + q], values: [1, 1, -(rise + quota.min)] },
  ]);
  const every = Array.from({ length: 2 * amount }, (_, index) => lowered + index);
  const solve = (costs: [number, number, number], most: number) => highs.withModel((model) => {
    model.options.set(wholeNumbers);
    model.passModel(modelData(highs, [
      ...pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })),
      ...pool.quotas.map(({ min }) => ({ cost: costs[0], upper: min, whole: true })),
      ...pool.quotas.map(() => ({ cost: costs[1], upper: rise, whole: true })),
      ...pool.quotas.map(() => ({ cost: costs[2], upper: 1, whole: true })),
    ], [panelRows({ ...pool, quotas: [] })[0]!, ...quotaRows, { lower: -infinity, upper: most, indices: every }]));
    if (!solved(highs, model)) throw new Error('No relaxation makes a panel possible');
    return rounded(model.getSolution().colValue);
  });
  const sum = (values: number[]) => every.reduce((all, column) => all + values[column]!, 0);
  const total = sum(solve([1, 1, 0], infinity));
  const values = solve([1, 0, total + 1], total);
  const changes = pool.quotas.map(({ feature, value, min, max }, q) => ({ feature, value, min, max, newMin: min - values[lowered + q]!, newMax: max + values[raised + q]! }));
  return { changes: changes.filter(({ min, max, newMin, newMax }) => newMin !== min || newMax !== max), total };
}
