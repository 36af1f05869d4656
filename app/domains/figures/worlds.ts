import { needOf, type Row, type System, type Table, type Target } from './protection.ts';

/** How many worlds that fit are remembered. */
const mostWorlds = 400;

/** Unknowns in whole numbers that fit everything shown. */
export type World = Float64Array;

/** What the worlds met so far tell of the protected cells. */
export type Worlds = {
  meet: (world: World) => void;
  /** Whether a cell is far enough apart in two worlds that were met: then it is open. */
  isOpen: (target: Target, table: Table) => boolean;
  /** Forgets the worlds that do not fit these rows. */
  keepFitting: (rows: readonly Row[]) => void;
};

/** The sum of some unknowns. */
export function sumOf(values: Float64Array, indices: readonly number[]): number {
  return indices.reduce((total, column) => total + (values[column] ?? 0), 0);
}

/** Remembers worlds that fit a system, and the least and the most that each cell is in them. */
export function rememberWorlds(system: System): Worlds {
  let worlds: World[] = [];
  const seen = new Map<Target, { least: number; most: number }>();

  const look = (world: World) => {
    for (const target of system.targets) {
      const sum = sumOf(world, target.indices);
      const known = seen.get(target);
      if (!known) seen.set(target, { least: sum, most: sum });
      else if (sum < known.least) known.least = sum;
      else if (sum > known.most) known.most = sum;
    }
  };

  return {
    meet: (world) => {
      look(world);
      if (worlds.length < mostWorlds) worlds.push(world);
    },
    isOpen: (target, table) => {
      const known = seen.get(target);
      return known !== undefined && known.most - known.least >= needOf(table, target.value);
    },
    keepFitting: (rows) => {
      worlds = worlds.filter((world) =>
        rows.every(({ lower, upper, indices }) => {
          const sum = sumOf(world, indices);
          return lower <= sum && sum <= upper;
        }),
      );
      seen.clear();
      worlds.forEach(look);
    },
  };
}
