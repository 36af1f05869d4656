import type { Measure } from '#app/domains/declarations/measures.ts';
import { breathe, solver } from '#app/platform/solver/run-solver.server.ts';
import { boundCells, sumIn, type Programme, type World } from './bound-cell.server.ts';
import { openExchanges, proveOpen } from './exchanges.ts';
import { secretsOfAll, secretsOfMeetings, type Secret } from './groups.ts';
import { everything, hidden, type Table } from './protection.ts';
import { holdTable, makeMove, openSums, undoMoves, type Move, type Sums } from './sums.ts';
import { indicesOf, systemOf, type System } from './system.ts';
import { exactOf, type Ground } from './units.ts';

/**
 * What an attacker finds out from tables with protected cells (Fischetti and Salazar, "Solving the
 * cell suppression problem on tabular data with linear constraints", Management Science 47, 2001):
 * the smallest and the largest value that each secret can have in whole numbers, given everything
 * published. It is recovered when they lie closer than it needs.
 */
export type Recovered = { name: string; value: string; low: number; high: number };

/** The secrets of what is published, and the sums that it shows. */
function openTables(ground: Ground, tables: readonly Table[]): Sums {
  const sums = openSums(ground);
  for (const table of tables) {
    const shown = new Set(
      table.cells.flatMap(({ value, people }) => (people === null ? [] : [value])),
    );
    holdTable(sums, exactOf(ground, table), (value) => shown.has(value), false);
  }
  return sums;
}

/** How many worlds that fit are remembered. */
const mostWorlds = 200;

/** Worlds that exchanges find, each checked here against every row of the attacker's own system. */
function exchangeWorlds(sums: Sums, system: System, secret: Secret): World[] {
  const proof = proveOpen(openExchanges(sums), secret);
  if (!proof) return [];
  const made = (moves: readonly Move[]): World => {
    for (const move of moves) makeMove(sums, move);
    const world = Float64Array.from(sums.people);
    undoMoves(sums, moves);
    return world;
  };
  return [made(proof.up), made(proof.down)].filter(
    (world) =>
      world.every((people) => people >= 0) &&
      system.rows.every(({ lower, upper, indices }) => {
        const sum = sumIn(world, indices);
        return lower <= sum && sum <= upper;
      }),
  );
}

/**
 * Every secret that can be recovered from these tables of one family. `isPatient` attacks each with
 * the solver, else only those for which no two worlds are found that show it open.
 */
export async function findRecovered(
  ground: Ground,
  published: readonly Table[],
  isPatient = false,
): Promise<Recovered[]> {
  const tables = published.filter((table) => !hidden(table));
  const measures = [...new Set(tables.map(({ measure }): Measure => measure))];
  const sums = openTables(ground, tables);
  const secrets = [
    ...secretsOfAll(sums, everything),
    ...secretsOfMeetings(ground, measures, everything),
  ];
  const system = systemOf(ground, tables);
  const highs = await solver();
  const worlds: World[] = [];
  const meet = (world: World) => {
    if (worlds.length < mostWorlds) worlds.push(world);
  };
  const programmes: { relaxed?: Programme; exact?: Programme } = {};
  const recovered: Recovered[] = [];
  try {
    for (const secret of secrets) {
      const indices = indicesOf(ground, secret.units, secret.places);
      const isOpen = (met: readonly World[]) => {
        const values = met.map((world) => sumIn(world, indices));
        return Math.max(...values) - Math.min(...values) >= secret.need;
      };
      if (isPatient ? isOpen(worlds) : isOpen(exchangeWorlds(sums, system, secret))) continue;
      await breathe();
      programmes.relaxed ??= boundCells(highs, system, meet, false);
      const [high, low] = bothBounds(programmes.relaxed, indices);
      if (high - low < secret.need) {
        recovered.push({ name: secret.name, value: secret.value, low, high });
        continue;
      }
      if (isOpen(worlds)) continue;
      programmes.exact ??= boundCells(highs, system, meet, true);
      const [top, bottom] = bothBounds(programmes.exact, indices);
      if (top - bottom < secret.need)
        recovered.push({ name: secret.name, value: secret.value, low: bottom, high: top });
    }
  } finally {
    programmes.relaxed?.dispose();
    programmes.exact?.dispose();
  }
  return recovered;
}

const bothBounds = (programme: Programme, indices: readonly number[]): [number, number] => [
  programme.bound(indices, 1),
  programme.bound(indices, -1),
];
