import { panelRows } from './pool.ts';
import type { Highs, Model } from 'highs';
import { weightRange, wholeWeight, type Block, type Composition } from './lottery.ts';
import type { Pool } from './pool.ts';
import {
  breathe,
  infinity,
  modelData,
  rounded,
  solved,
  solver,
  wholeNumbers,
} from '#app/platform/solver/run-solver.server.ts';
import type { LeximinResult } from './solve-leximin.server.ts';
import type { Mixture } from './leximin-programmes.server.ts';

/**
 * Whole weights of the compositions, rounded down, and the units that this leaves, by largest
 * remainder.
 */
function largestRemainder(lottery: Mixture): { blocks: Block[]; units: Composition[] } {
  const parts = lottery.map(({ weight, composition }, index) => ({
    composition,
    index,
    whole: Math.floor(weight * wholeWeight + 1e-6),
    rest: weight * wholeWeight - Math.floor(weight * wholeWeight + 1e-6),
  }));
  const left = wholeWeight - parts.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index);
  return {
    blocks: parts.map(({ whole, composition }) => ({ weight: whole, composition })),
    units: Array.from({ length: left }, (_, index) => byRest[index % byRest.length]!.composition),
  };
}

/**
 * The smallest number of units that can be chosen anew when plain rounding moves somebody too far.
 */
const freeUnits = 64;

/**
 * Gives the compositions whole weights that add to a million, so that every type keeps a total
 * which its members can share without anybody moving by more than one in a million. Plain rounding
 * does where few types overlap; else the last units are each given to the composition that mends
 * most, one after the other (a whole-number programme each), until all fits.
 */
export async function roundLottery(
  pool: Pool,
  result: Extract<LeximinResult, { kind: 'leximin' }>,
): Promise<Block[]> {
  const highs = await solver();
  const counts = pool.types.map(({ length }) => length);
  const ranges = result.probabilities.map(
    (probability, t) =>
      weightRange(probability).map((weight) => weight * counts[t]!) as [number, number],
  );
  const targets = result.probabilities.map(
    (probability, t) => probability * wholeWeight * counts[t]!,
  );
  let best: { blocks: Block[]; over: number } | null = null;
  for (const lottery of result.lotteries) {
    const whole = await roundMixture(highs, pool, lottery, ranges, targets);
    if (!best || whole.over < best.over) best = whole;
    if (best.over === 0) break;
  }
  return best!.blocks;
}

/** One lottery in whole weights, and by how much types together are outside their ranges. */
async function roundMixture(
  highs: Highs,
  pool: Pool,
  lottery: Mixture,
  ranges: [number, number][],
  targets: number[],
): Promise<{ blocks: Block[]; over: number }> {
  const { blocks, units } = largestRemainder(lottery);
  while (units.length < freeUnits) {
    const heaviest = blocks.reduce((best, block) => (block.weight > best.weight ? block : best));
    if (heaviest.weight === 0) break;
    heaviest.weight -= 1;
    units.push(heaviest.composition);
  }
  const totals = pool.types.map(
    (_, t) =>
      blocks.reduce((sum, { weight, composition }) => sum + weight * composition[t]!, 0) +
      units.reduce((sum, composition) => sum + composition[t]!, 0),
  );
  const outside = (t: number, total: number) =>
    Math.max(0, ranges[t]![0] - total, total - ranges[t]![1]);
  const over = () => totals.reduce((sum, total, t) => sum + outside(t, total), 0);
  const costOf = (all: number[]) =>
    all.reduce(
      (sum, total, t) =>
        sum + (100 * outside(t, total) + Math.abs(total - targets[t]!)) / pool.types[t]!.length,
      0,
    );

  for (let idle = 0, turn = 0; over() > 0 && idle < units.length; turn += 1) {
    const current = units[turn % units.length]!;
    const without = totals.map((total, t) => total - current[t]!);
    const better = highs.withModel((model) =>
      bestUnit(highs, model, pool, without, ranges, targets),
    );
    const after = without.map((total, t) => total + better[t]!);
    idle += 1;
    await breathe();
    if (costOf(totals) - costOf(after) <= 1e-7) continue;
    idle = 0;
    units[turn % units.length] = better;
    after.forEach((total, t) => (totals[t] = total));
  }

  const merged = new Map<string, Block>();
  for (const { weight, composition } of [
    ...blocks,
    ...units.map((unit) => ({ weight: 1, composition: unit })),
  ]) {
    const key = composition.join();
    merged.set(key, { composition, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  return { blocks: [...merged.values()], over: over() };
}

/** The composition that, with weight one, brings the totals nearest to where they should be. */
function bestUnit(
  highs: Highs,
  model: Model,
  pool: Pool,
  without: number[],
  ranges: [number, number][],
  targets: number[],
): Composition {
  const types = pool.types.length;
  // Columns: seats of each type, its distance from the target, and how far it is outside its range.
  const columns = [
    ...pool.types.map(({ length }) => ({ cost: 0, upper: length, whole: true })),
    ...pool.types.map(({ length }) => ({ cost: 1 / length, upper: infinity })),
    ...pool.types.map(({ length }) => ({ cost: 100 / length, upper: infinity })),
  ];
  const rows = [
    ...panelRows(pool),
    ...pool.types.flatMap((_, t) => {
      const [distance, outside] = [types + t, 2 * types + t];
      return [
        {
          lower: targets[t]! - without[t]!,
          upper: infinity,
          indices: [t, distance],
          values: [1, 1],
        },
        {
          lower: -infinity,
          upper: targets[t]! - without[t]!,
          indices: [t, distance],
          values: [1, -1],
        },
        {
          lower: ranges[t]![0] - without[t]!,
          upper: infinity,
          indices: [t, outside],
          values: [1, 1],
        },
        {
          lower: -infinity,
          upper: ranges[t]![1] - without[t]!,
          indices: [t, outside],
          values: [1, -1],
        },
      ];
    }),
  ];
  model.options.set(wholeNumbers);
  model.passModel(modelData(highs, columns, rows));
  if (!solved(highs, model)) throw new Error('The pool has no panel');
  return rounded(model.getSolution().colValue.slice(0, types));
}
