import { certain } from '#app/kernel/certain.ts';
import { solver } from '#app/platform/solver/run-solver.server.ts';
import { boundCells, type World } from './bound-cell.server.ts';
import type { Proof } from './exchanges.ts';
import type { Secret } from './groups.ts';
import type { Table } from './protection.ts';
import type { Move } from './sums.ts';
import { indicesOf, systemOf } from './system.ts';
import type { Ground } from './units.ts';

/** How long the solver looks for one of two worlds. */
const mostSeconds = 30;

/** The moves that lead from the true world to another, which holds as many people in each unit. */
function movesTo({ values, units }: Ground, world: World): Move[] {
  return units.flatMap(({ people }, unit) => {
    const more = people.map((count, place) => certain(world[unit * values.length + place]) - count);
    const moves: Move[] = [];
    let to = 0;
    for (let from = 0; from < more.length; from += 1)
      while (certain(more[from]) < 0) {
        while (certain(more[to]) <= 0) to += 1;
        const moved = Math.min(-certain(more[from]), certain(more[to]));
        moves.push({ unit, from, to, people: moved });
        more[from] = certain(more[from]) + moved;
        more[to] = certain(more[to]) - moved;
      }
    return moves;
  });
}

/**
 * Two worlds that show a secret open beside what was published, found by the solver where exchanges
 * find none; null where there are none, or none in its time.
 */
export async function proveBySolver(
  ground: Ground,
  published: readonly Table[],
  secret: Secret,
): Promise<Proof | null> {
  const system = systemOf(ground, published);
  const width = ground.values.length;
  ground.units.forEach(({ people }, unit) => {
    const size = people.reduce((sum, each) => sum + each, 0);
    const indices = people.map((_, place) => unit * width + place);
    system.rows.push({ lower: size, upper: size, indices });
  });
  const indices = indicesOf(ground, secret.units, secret.places);
  let met: World | undefined;
  const highs = await solver();
  const programme = boundCells(highs, system, (world) => (met = world), true, mostSeconds);
  try {
    const high = programme.bound(indices, 1);
    const up = movesTo(ground, certain(met));
    const low = programme.bound(indices, -1);
    return high - low >= secret.need ? { up, down: movesTo(ground, certain(met)) } : null;
  } catch {
    // Its time was over, or it found no whole world.
    return null;
  } finally {
    programme.dispose();
  }
}
