import { boundCells, near, type Programme } from './bound-cell.server.ts';
import {
  floorOf,
  isTold,
  needOf,
  systemOf,
  type System,
  type Table,
  type Target,
} from './protection.ts';
import { rememberWorlds, type Worlds } from './worlds.ts';
import { certain } from '#app/kernel/certain.ts';
import { breathe, solver } from '#app/platform/solver/run-solver.server.ts';

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

/** What an attack holds of the tables of one family. */
type State = {
  tables: readonly Table[];
  system: System;
  worlds: Worlds;
  /** Columns that a shown zero leaves empty. */
  empty: ReadonlySet<number>;
  relaxed: Programme;
  /** The programme in whole numbers, made when first needed. */
  exact: () => Programme;
};

const emptyOf = (system: System) =>
  new Set(
    system.rows.flatMap(({ upper, indices, values }) => (upper === 0 && !values ? indices : [])),
  );

/** The shown cells that weigh in a bound. */
function shownBehind({ system, tables }: State, duals: Float64Array): Recovered['because'] {
  return system.rows.flatMap(({ cell }, row) => {
    if (!cell || Math.abs(duals[row] ?? 0) < near) return [];
    const table = certain(tables[cell.table]);
    const shown = certain(table.cells.find(({ value }) => value === cell.value));
    return shown.people === null ? [] : [{ table, value: cell.value }];
  });
}

/**
 * The protected cell as the attack finds it: the worlds that were met are asked first, then the
 * relaxation, and whole numbers only where both leave it undecided.
 */
function recoverCell(state: State, table: Table, target: Target): Recovered | null {
  const { worlds, empty, relaxed, exact } = state;
  const { value } = target;
  const open = () => worlds.isOpen(target, table);
  const isEmpty = () => target.indices.every((column) => empty.has(column));
  if (open() || (!isTold(table, value, 0, 0) && isEmpty())) return null;
  const high = relaxed.most(target);
  if (open()) return null;
  const low = relaxed.least(target);
  if (open()) return null;
  const told = (least: number, most: number): Recovered | null => {
    if (!isTold(table, value, least, most)) return null;
    const because = [high, low].flatMap(({ duals }) => shownBehind(state, duals));
    return { table, value, low: least, high: most, because };
  };
  if (high.value - low.value < needOf(table, value)) return told(low.value, high.value);
  // The relaxation leaves it open, but not in whole numbers that were met.
  const top = exact().most(target).value;
  const bottom = exact().least(target).value;
  return told(bottom, top);
}

/** Opens the attack on tables of one family; `show` changes them in place. */
export async function openAttack(tables: Table[]): Promise<Attack> {
  const highs = await solver();
  const system = systemOf(tables);
  const worlds = rememberWorlds(system);
  const relaxed = boundCells(highs, system, worlds, false);
  let exact: Programme | null = null;
  const state: State = {
    tables,
    system,
    worlds,
    empty: emptyOf(system),
    relaxed,
    exact: () => (exact ??= boundCells(highs, system, worlds, true)),
  };
  const rowOf = new Map(
    system.rows.flatMap(({ cell }, row) =>
      cell ? [[`${cell.table} ${cell.value}`, row] as const] : [],
    ),
  );
  const targetOf = new Map(
    system.targets.map((target) => [`${target.table} ${target.value}`, target]),
  );

  return {
    recover: (index, value) =>
      recoverCell(state, certain(tables[index]), certain(targetOf.get(`${index} ${value}`))),
    show: (index, shown) => {
      const table = certain(tables[index]);
      for (const cell of table.cells) cell.people = shown.get(cell.value) ?? null;
      const floor = floorOf(table);
      const changed = table.cells.map(({ value, people }) => {
        const at = certain(rowOf.get(`${index} ${value}`));
        const row = {
          ...certain(system.rows[at]),
          lower: people ?? floor,
          upper: people ?? Infinity,
        };
        system.rows[at] = row;
        for (const programme of exact ? [relaxed, exact] : [relaxed])
          programme.changeRow(at, row.lower, row.upper);
        return row;
      });
      worlds.keepFitting(changed);
      state.empty = emptyOf(system);
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
