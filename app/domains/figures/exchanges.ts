import { certain } from '#app/kernel/certain.ts';
import { makeMove, sumOf, undoMoves, type Held, type Move, type Sums } from './sums.ts';

/**
 * Other worlds that fit what is shown, found by exchanges: in one unit some people go from a value
 * to another, in a second unit as many go back, so that no shown sum changes and no hidden one
 * falls under one. Each exchange keeps the people of each unit; several make a world far enough.
 */

/** A group whose count of some values shall lie open by so many people. */
export type Wanted = { units: readonly number[]; places: readonly number[]; need: number };

/** Two worlds, as moves from the true one, between which a count differs by what was needed. */
export type Proof = { up: Move[]; down: Move[] };

/**
 * The units that can be exchanged over two values: those that the same tables tell apart. The
 * signature only finds them; each exchange is checked against every table.
 */
type Pair = { signature: Int32Array; holders: [Holders, Holders] };
type Holders = Map<number, Set<number>>;

export type Exchanges = { sums: Sums; pairs: Map<number, Pair>; inside: Uint8Array };

export function openExchanges(sums: Sums): Exchanges {
  return { sums, pairs: new Map(), inside: new Uint8Array(sums.ground.units.length) };
}

const width = ({ sums }: Exchanges) => sums.ground.values.length;

/** Whether a table shows the difference between two values. */
function tellsApart(held: Held, one: number, other: number): boolean {
  return (
    held.sumAt[one] !== held.sumAt[other] &&
    (sumOf(held, one).isShown || sumOf(held, other).isShown)
  );
}

const signatureOf = ({ sums }: Exchanges, unit: number, one: number, other: number): number =>
  certain(sums.tablesOf[unit]).reduce(
    (sum, held) => (tellsApart(held, one, other) ? sum ^ held.salt : sum),
    0,
  );

function hold(state: Exchanges, pair: Pair, unit: number, [one, other]: [number, number]): void {
  const signature = signatureOf(state, unit, one, other);
  pair.signature[unit] = signature;
  [one, other].forEach((place, side) => {
    const holders = certain(pair.holders[side]);
    // Who truly holds one: this world may be another, for a moment.
    if (!state.sums.ground.units[unit]?.people[place]) return;
    const some = holders.get(signature);
    if (some) some.add(unit);
    else holders.set(signature, new Set([unit]));
  });
}

/** Few enough units to change a pair in place instead of making it anew. */
const few = 16;

/** The pairs over two values look again at the units of a table that was added, changed or taken away. */
export function lookAgain(
  state: Exchanges,
  { units }: Held,
  places: readonly number[] | null,
): void {
  for (const [key, pair] of state.pairs) {
    const [one, other] = [Math.floor(key / width(state)), key % width(state)];
    if (places && !places.includes(one) && !places.includes(other)) continue;
    if (units.length > few) state.pairs.delete(key);
    else
      for (const unit of units) {
        const before = certain(pair.signature[unit]);
        for (const holders of pair.holders) holders.get(before)?.delete(unit);
        hold(state, pair, unit, [one, other]);
      }
  }
}

/** A pair of values in both directions: who holds `from`, who holds `to`. */
function pairOf(state: Exchanges, from: number, to: number) {
  const [one, other] = from < to ? [from, to] : [to, from];
  const key = one * width(state) + other;
  let pair = state.pairs.get(key);
  if (!pair) {
    pair = {
      signature: new Int32Array(state.sums.ground.units.length),
      holders: [new Map(), new Map()],
    };
    for (let unit = 0; unit < pair.signature.length; unit += 1)
      hold(state, pair, unit, [one, other]);
    state.pairs.set(key, pair);
  }
  const [low, high] = pair.holders;
  return {
    signature: pair.signature,
    givers: from < to ? low : high,
    takers: from < to ? high : low,
  };
}

/**
 * How many people of a unit can go from a value to another, while as many of a second unit, if
 * there is one, go back.
 */
function limitOf(
  { sums }: Exchanges,
  unit: number,
  partner: number | null,
  [from, to]: [number, number],
): number {
  const size = sums.ground.values.length;
  let most = certain(sums.people[unit * size + from]);
  if (partner !== null) most = Math.min(most, certain(sums.people[partner * size + to]));
  const free = (held: Held, losing: number) => {
    if (held.sumAt[from] === held.sumAt[to]) return;
    most = tellsApart(held, from, to) ? 0 : Math.min(most, sumOf(held, losing).now - 1);
  };
  for (const held of certain(sums.tablesOf[unit])) {
    if (most <= 0) return 0;
    if (partner === null || !held.has[partner]) free(held, from);
  }
  if (partner !== null)
    for (const held of certain(sums.tablesOf[partner])) {
      if (most <= 0) return 0;
      if (!held.has[unit]) free(held, to);
    }
  return Math.max(0, most);
}

/** Moves as many people as it can of a unit of the group, up to some; what it made is added to the moves. */
function exchange(
  state: Exchanges,
  unit: number,
  partners: Iterable<number | null>,
  [from, to]: [number, number],
  most: number,
  moves: Move[],
  patience: { left: number },
): number {
  let made = 0;
  for (const partner of partners) {
    const isSpent = !state.sums.people[unit * width(state) + from];
    if (made === most || isSpent || patience.left <= 0) break;
    if (partner !== null && state.inside[partner]) continue;
    if (partner !== null && !state.sums.people[partner * width(state) + to]) continue;
    const people = Math.min(most - made, limitOf(state, unit, partner, [from, to]));
    if (people === 0) {
      patience.left -= 1;
      continue;
    }
    const own = { unit, from, to, people };
    const back = partner === null ? [] : [{ unit: partner, from: to, to: from, people }];
    for (const move of [own, ...back]) makeMove(state.sums, move);
    moves.push(own, ...back);
    made += people;
  }
  return made;
}

/** Exchanges that bring nothing, after which a search over two values is given up. */
const mostTries = 300;

/** Moves people of a group from a value to another, up to so many. */
function shift(
  state: Exchanges,
  { units }: Wanted,
  [from, to]: [number, number],
  most: number,
  moves: Move[],
): number {
  const { signature, givers, takers } = pairOf(state, from, to);
  const patience = { left: mostTries };
  let made = 0;
  const partnersOf = (at: number) => [...(at === 0 ? [null] : []), ...(takers.get(at) ?? [])];
  const give = (unit: number, partners: Iterable<number | null>) => {
    if (made < most && patience.left > 0)
      made += exchange(state, unit, partners, [from, to], most - made, moves, patience);
  };
  if (units.length <= few) {
    for (const unit of units)
      if (made < most && state.sums.people[unit * width(state) + from])
        give(unit, partnersOf(certain(signature[unit])));
    return made;
  }
  for (const [at, some] of givers) {
    if (made === most) break;
    const inside = [...some].filter((unit) => state.inside[unit]);
    if (inside.length === 0) continue;
    const partners = partnersOf(at).filter((unit) => unit === null || !state.inside[unit]);
    if (partners.length > 0) for (const unit of inside) give(unit, partners);
  }
  return made;
}

/** Moves a group's count of some values up or down, as far as needed; the moves stay made. */
function push(state: Exchanges, wanted: Wanted, isUp: boolean, most: number): [Move[], number] {
  const moves: Move[] = [];
  let made = 0;
  for (const place of wanted.places)
    for (let other = 0; other < width(state) && made < most; other += 1)
      if (!wanted.places.includes(other))
        made += shift(state, wanted, isUp ? [other, place] : [place, other], most - made, moves);
  return [moves, made];
}

/** The proof that a count is open, or null where exchanges find none. */
export function proveOpen(state: Exchanges, wanted: Wanted): Proof | null {
  for (const unit of wanted.units) state.inside[unit] = 1;
  const [up, more] = push(state, wanted, true, wanted.need);
  undoMoves(state.sums, up);
  const [down, less] =
    more < wanted.need ? push(state, wanted, false, wanted.need - more) : [[], 0];
  undoMoves(state.sums, down);
  for (const unit of wanted.units) state.inside[unit] = 0;
  return more + less >= wanted.need ? { up, down } : null;
}
