import { certain } from '#app/kernel/certain.ts';
import type { ExactTable } from './protection.ts';
import { peopleIn, placesOf, unitsOf, type Ground } from './units.ts';

/**
 * A world, people in units and values, and the sums of it that tables show or hide. It begins as it
 * truly is; moving people makes others, and what is shown says which of them could be true.
 */

/** A cell: how many it truly is, and in this world; null for what a table does not list, which counts nobody. */
export type Sum = { value: string | null; truth: number; now: number; isShown: boolean };

/** A table among the sums. `isOpen` while its cells may still be hidden. */
export type Held = {
  table: ExactTable;
  units: readonly number[];
  /** Whether it counts a unit. */
  has: Uint8Array;
  /** The sum that counts a value, by the value's place. */
  sumAt: Int32Array;
  sums: Sum[];
  salt: number;
  isOpen: boolean;
  isGone: boolean;
};

/** So many people of a unit go from one value to another. */
export type Move = { unit: number; from: number; to: number; people: number };

export type Sums = {
  ground: Ground;
  /** People by unit and value, in this world. */
  people: Int32Array;
  tables: Held[];
  /** The tables that count a unit. */
  tablesOf: Held[][];
};

/** The world as it truly is, with no table yet. */
export function openSums(ground: Ground): Sums {
  return {
    ground,
    people: Int32Array.from(ground.units.flatMap(({ people }) => people)),
    tables: [],
    tablesOf: ground.units.map(() => []),
  };
}

/** Adds a table that shows some of its cells. */
export function holdTable(
  sums: Sums,
  table: ExactTable,
  shown: (value: string) => boolean,
  isOpen: boolean,
): Held {
  const { ground } = sums;
  const units = unitsOf(ground, table);
  const has = new Uint8Array(ground.units.length);
  for (const unit of units) has[unit] = 1;
  const cells = table.cells.map(({ value, people }): Sum => ({
    value,
    truth: people,
    now: people,
    isShown: shown(value),
  }));
  const sumAt = new Int32Array(ground.values.length).fill(-1);
  table.cells.forEach(({ value }, index) => {
    for (const place of placesOf(ground, table.measure, value)) sumAt[place] = index;
  });
  sumAt.forEach((index, place) => {
    if (index >= 0) return;
    const truth = peopleIn(ground, units, [place]);
    sumAt[place] = cells.push({ value: null, truth, now: truth, isShown: true }) - 1;
  });
  // Any number that tells tables apart will do: it only finds units that may stand for each other.
  const salt = Math.imul(sums.tables.length + 1, 0x9e3779b1);
  const held = { table, units, has, sumAt, sums: cells, salt, isOpen, isGone: false };
  sums.tables.push(held);
  for (const unit of units) certain(sums.tablesOf[unit]).push(held);
  return held;
}

/** Takes a table away: nothing of it is shown. */
export function dropTable(sums: Sums, held: Held): void {
  held.isGone = true;
  sums.tables = sums.tables.filter((each) => each !== held);
  for (const unit of held.units)
    sums.tablesOf[unit] = certain(sums.tablesOf[unit]).filter((each) => each !== held);
}

export const sumOf = ({ sums, sumAt }: Held, place: number): Sum =>
  certain(sums[sumAt[place] ?? 0]);

/** Makes another world. */
export function makeMove(sums: Sums, { unit, from, to, people }: Move): void {
  const base = unit * sums.ground.values.length;
  sums.people[base + from]! -= people;
  sums.people[base + to]! += people;
  for (const held of certain(sums.tablesOf[unit])) {
    const [one, other] = [sumOf(held, from), sumOf(held, to)];
    one.now -= people;
    other.now += people;
  }
}

/** Goes back to the world before some moves. */
export function undoMoves(sums: Sums, moves: readonly Move[]): void {
  for (const { unit, from, to, people } of moves)
    makeMove(sums, { unit, from: to, to: from, people });
}

/**
 * Whether a world that moves lead to fits all that is shown: each shown cell as it is, each hidden
 * one at least one, since empty cells are shown.
 */
export function fits(sums: Sums, moves: readonly Move[]): boolean {
  for (const move of moves) makeMove(sums, move);
  const touched = new Set(moves.flatMap(({ unit }) => certain(sums.tablesOf[unit])));
  const all = [...touched].every((held) =>
    held.sums.every(({ truth, now, isShown }) => (isShown ? now === truth : now >= 1)),
  );
  undoMoves(sums, moves);
  return all;
}
