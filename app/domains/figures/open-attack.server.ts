import type { Highs, Model } from 'highs';
import {
  floorOf,
  isTold,
  needOf,
  systemOf,
  type System,
  type Table,
  type Target,
} from './protection.ts';
import { breathe, modelData, solved, solver } from '#app/platform/solver/run-solver.server.ts';

/**
 * What an attacker finds out from tables with protected cells (Fischetti and Salazar, "Solving the
 * cell suppression problem on tabular data with linear constraints", Management Science 47, 2001):
 * the smallest and the largest value that each protected cell can have in whole numbers, given
 * everything published. A cell is recovered when they lie closer than its threshold.
 */
export type Recovered = {
  table: Table;
  value: string;
  low: number;
  high: number;
  /** The shown cells without which it would lie open. */
  because: { table: Table; value: string }[];
};

export type Attack = {
  /** The protected cell as the attack finds it, or null when it stays open. */
  recover: (table: number, value: string) => Recovered | null;
  /** Shows some cells of a table, by their counts, and protects the others. */
  show: (table: number, shown: ReadonlyMap<string, number>) => void;
  close: () => void;
};

const near = 1e-6;
const isWhole = (values: Float64Array) =>
  values.every((value) => Math.abs(value - Math.round(value)) < near);

/** One programme whose objective changes from cell to cell; it starts from where it was. */
function programme(highs: Highs, system: System, whole: boolean): Model {
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

const emptyOf = (system: System) =>
  new Set(
    system.rows.flatMap(({ upper, indices, values }) => (upper === 0 && !values ? indices : [])),
  );

/** How many worlds that fit are remembered. */
const mostWorlds = 400;

/** Opens the attack on tables of one family; `show` changes them in place. */
export async function openAttack(tables: Table[]): Promise<Attack> {
  const highs = await solver();
  const system = systemOf(tables);
  const relaxed = programme(highs, system, false);
  let exact: Model | null = null;
  const rowsOf = tables.map((table, index) =>
    table.cells.map(({ value }) =>
      system.rows.findIndex(({ cell }) => cell?.table === index && cell.value === value),
    ),
  );
  const targetOf = new Map(
    system.targets.map((target) => [`${target.table} ${target.value}`, target]),
  );
  // Worlds in whole numbers that fit everything shown: a cell that is far enough apart in two of
  // them is open.
  let worlds: Float64Array[] = [];
  const seen = new Map<Target, [number, number]>();

  // Columns that a shown zero leaves empty.
  let empty = emptyOf(system);

  const sumOf = (values: Float64Array, indices: readonly number[]) =>
    indices.reduce((total, column) => total + values[column]!, 0);
  const look = (world: Float64Array) => {
    for (const target of system.targets) {
      const sum = sumOf(world, target.indices);
      const known = seen.get(target);
      if (!known) seen.set(target, [sum, sum]);
      else if (sum < known[0]) known[0] = sum;
      else if (sum > known[1]) known[1] = sum;
    }
  };

  const bound = (
    model: Model,
    target: Target,
    sign: 1 | -1,
  ): { value: number; duals: Float64Array } => {
    const costs = new Float64Array(system.uppers.length);
    for (const column of target.indices) costs[column] = sign;
    model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    if (!solved(highs, model)) throw new Error('What was published contradicts itself');
    const { colValue, rowDual } = model.getSolution();
    if (isWhole(colValue)) {
      const world = colValue.map(Math.round);
      look(world);
      if (worlds.length < mostWorlds) worlds.push(world);
    }
    const value = sumOf(colValue, target.indices);
    return {
      value: sign === 1 ? Math.floor(value + near) : Math.ceil(value - near),
      duals: rowDual,
    };
  };

  return {
    recover: (index, value) => {
      const target = targetOf.get(`${index} ${value}`)!;
      const table = tables[index]!;
      const open = () => {
        const range = seen.get(target);
        return range !== undefined && range[1] - range[0] >= needOf(table, value);
      };
      if (
        open() ||
        (!isTold(table, value, 0, 0) && target.indices.every((column) => empty.has(column)))
      )
        return null;
      const high = bound(relaxed, target, 1);
      if (open()) return null;
      const low = bound(relaxed, target, -1);
      if (open()) return null;
      const because = () =>
        [high.duals, low.duals].flatMap((duals) =>
          system.rows.flatMap((row, r) => {
            if (!row.cell || Math.abs(duals[r]!) < near) return [];
            const shown = tables[row.cell.table]!;
            return shown.cells.find((cell) => cell.value === row.cell!.value)!.people === null
              ? []
              : [{ table: shown, value: row.cell.value }];
          }),
        );
      if (high.value - low.value < needOf(table, value))
        return isTold(table, value, low.value, high.value)
          ? { table, value, low: low.value, high: high.value, because: because() }
          : null;
      // The relaxation leaves it open, but not in whole numbers that were seen.
      exact ??= programme(highs, system, true);
      const [top, bottom] = [bound(exact, target, 1).value, bound(exact, target, -1).value];
      return isTold(table, value, bottom, top)
        ? { table, value, low: bottom, high: top, because: because() }
        : null;
    },
    show: (index, shown) => {
      const table = tables[index]!;
      for (const cell of table.cells) cell.people = shown.get(cell.value) ?? null;
      const floor = floorOf(table);
      table.cells.forEach(({ people }, cell) => {
        const row = rowsOf[index]![cell]!;
        system.rows[row] = {
          ...system.rows[row]!,
          lower: people ?? floor,
          upper: people ?? Infinity,
        };
        for (const model of exact ? [relaxed, exact] : [relaxed])
          model.changeRowBounds(row, people ?? floor, people ?? Infinity);
      });
      worlds = worlds.filter((world) =>
        rowsOf[index]!.every((row) => {
          const { lower, upper, indices } = system.rows[row]!;
          const sum = sumOf(world, indices);
          return lower <= sum && sum <= upper;
        }),
      );
      seen.clear();
      worlds.forEach(look);
      empty = emptyOf(system);
    },
    close: () => {
      relaxed.dispose();
      exact?.dispose();
    },
  };
}

/** Every protected cell that can be recovered from these tables of one family. */
export async function findRecovered(tables: Table[]): Promise<Recovered[]> {
  const attack = await openAttack(tables);
  const recovered: Recovered[] = [];
  try {
    for (const [index, table] of tables.entries()) {
      for (const { value, people } of table.cells) {
        if (people !== null) continue;
        const found = attack.recover(index, value);
        if (found) recovered.push(found);
        await breathe();
      }
    }
  } finally {
    attack.close();
  }
  return recovered;
}
