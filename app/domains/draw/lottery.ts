import { byCodeUnits, type Pool } from './pool.ts';

/**
 * A lottery over panels, as it is committed to before the draw and re-run by anyone after it.
 * Nothing here is random.
 */

/** Weights of a lottery are whole and add to this. */
export const wholeWeight = 1_000_000;

/** How many panels a lottery should have at most. */
const mostPanels = 1000;

/** How many people of each type sit on a panel. */
export type Composition = readonly number[];

/** Compositions with whole weights that add to a million. */
export type Block = { weight: number; composition: Composition };

export type WeightedPanel = { peso: number; panel: string[] };

/**
 * The smallest and largest whole weight that moves a probability by less than one in a million,
 * last digits aside.
 */
export function weightRange(probability: number): [number, number] {
  const exact = probability * wholeWeight;
  const just = 1 - 1e-4;
  return [Math.max(0, Math.ceil(exact - just)), Math.min(wholeWeight, Math.floor(exact + just))];
}

/**
 * A stretch of the lottery in which the same people sit; `seats[t]` are the members of type t by
 * their position.
 */
type Slot = { weight: number; composition: Composition; seats: number[][] };

function splitSlot(slots: Slot[], slot: Slot, part: number): Slot {
  const rest: Slot = {
    weight: part,
    composition: slot.composition,
    seats: slot.seats.map((members) => [...members]),
  };
  slot.weight -= part;
  slots.push(rest);
  return rest;
}

/**
 * Sums of no, one or two slots, each with the slots that make it; the smallest set for a sum is
 * kept.
 */
function sumsOf(slots: Slot[]): Map<number, Slot[]> {
  // Beyond this many slots the sums are so dense that more of them find nothing new.
  const few = slots.slice(0, 120);
  const sums = new Map<number, Slot[]>([[0, []]]);
  for (const slot of few) if (!sums.has(slot.weight)) sums.set(slot.weight, [slot]);
  few.forEach((one, i) => {
    for (const other of few.slice(i + 1))
      if (!sums.has(one.weight + other.weight)) sums.set(one.weight + other.weight, [one, other]);
  });
  return sums;
}

/**
 * Gives the seats of one type to its members so that their weights differ by at most one. First the
 * heaviest slots go to whoever lacks most; then two members exchange slots until each has its
 * weight; where no exchange fits, a slot is cut in two.
 */
function seatType(slots: Slot[], type: number, members: number): void {
  const total = slots.reduce((sum, slot) => sum + slot.weight * slot.composition[type]!, 0);
  const each = Math.floor(total / members);
  const lacking = Array.from(
    { length: members },
    (_, member) => each + (member < total - each * members ? 1 : 0),
  );
  for (const slot of [...slots].sort((a, b) => b.weight - a.weight)) {
    const taken = lacking
      .map((_, member) => member)
      .sort((a, b) => lacking[b]! - lacking[a]! || a - b)
      .slice(0, slot.composition[type]!);
    for (const member of taken) lacking[member]! -= slot.weight;
    slot.seats[type] = taken;
  }
  const onlyOf = (member: number, other: number) =>
    slots.filter(({ seats }) => seats[type]!.includes(member) && !seats[type]!.includes(other));
  const give = (slot: Slot, from: number, to: number) => {
    slot.seats[type] = slot.seats[type]!.map((member) => (member === from ? to : member));
    lacking[from]! += slot.weight;
    lacking[to]! -= slot.weight;
  };
  const exchange = (member: number, other: number): boolean => {
    const theirs = sumsOf(onlyOf(other, member));
    for (const [sum, given] of sumsOf(onlyOf(member, other))) {
      const taken = theirs.get(sum + lacking[member]!);
      if (!taken) continue;
      for (const slot of given) give(slot, member, other);
      for (const slot of taken) give(slot, other, member);
      return true;
    }
    return false;
  };
  for (let member = 0; member < members - 1; member += 1) {
    if (lacking[member] === 0) continue;
    const others = Array.from(
      { length: members - member - 1 },
      (_, index) => member + 1 + index,
    ).sort(
      (a, b) =>
        (lacking[member]! > 0 ? lacking[a]! - lacking[b]! : lacking[b]! - lacking[a]!) || a - b,
    );
    if (others.some((other) => exchange(member, other))) continue;
    while (lacking[member] !== 0) {
      const amount = Math.abs(lacking[member]!);
      // What all who are not done lack adds to zero, so somebody has what this one lacks, or lacks
      // what it has.
      const sign = Math.sign(lacking[member]!);
      const other = others.reduce((best, one) =>
        sign * lacking[one]! < sign * lacking[best]! ? one : best,
      );
      const [from, to] = lacking[member]! > 0 ? [other, member] : [member, other];
      const movable = onlyOf(from, to).sort((a, b) => b.weight - a.weight);
      const whole = movable.find((slot) => slot.weight <= amount);
      give(whole ?? splitSlot(slots, movable.at(-1)!, amount), from, to);
    }
  }
}

/** Merges equal panels and puts them in order, so that one lottery has one text. */
function inOrder(panels: WeightedPanel[]): WeightedPanel[] {
  const merged = new Map<string, WeightedPanel>();
  for (const { peso, panel } of panels) {
    const sorted = [...panel].sort(byCodeUnits);
    const key = JSON.stringify(sorted);
    merged.set(key, { peso: peso + (merged.get(key)?.peso ?? 0), panel: sorted });
  }
  return [...merged.values()].sort((a, b) =>
    a.panel.reduce((order, id, index) => order || byCodeUnits(id, b.panel[index]!), 0),
  );
}

/**
 * Turns compositions of types into panels of people, in which the weights of two people of one type
 * differ by at most one in a million. Up to a thousand panels where people and compositions
 * together are fewer than that, and in all pools met so far; a pool that would need more gets more,
 * since what is promised to people is the probability.
 */
export function seatPeople(pool: Pool, blocks: readonly Block[]): WeightedPanel[] {
  const slots: Slot[] = blocks
    .filter(({ weight }) => weight > 0)
    .map(({ weight, composition }) => ({ weight, composition, seats: pool.types.map(() => []) }));
  const shared = pool.types.map((members, type) => ({
    type,
    members: members.length,
    share:
      slots.reduce((sum, slot) => sum + slot.weight * slot.composition[type]!, 0) / members.length,
  }));
  // Uneven slots make exchanges fit; they are wanted only where cutting for each person would make
  // too many panels.
  if (slots.length + shared.reduce((sum, { members }) => sum + members - 1, 0) > mostPanels) {
    while (slots.length < mostPanels * 0.6) {
      const heaviest = slots.reduce((best, slot) => (slot.weight > best.weight ? slot : best));
      splitSlot(slots, heaviest, Math.round(heaviest.weight * 0.381966));
    }
  }
  // Those who sit least are the hardest to please: they come while slots can still be cut.
  for (const { type, members } of shared.sort((a, b) => a.share - b.share || a.type - b.type))
    seatType(slots, type, members);
  return inOrder(
    slots.map(({ weight, seats }) => ({
      peso: weight,
      panel: seats.flatMap((members, type) => members.map((member) => pool.types[type]![member]!)),
    })),
  );
}

/** How far the whole weights move anybody's probability. */
export function largestMove(
  pool: Pool,
  probabilities: readonly number[],
  lottery: readonly WeightedPanel[],
): number {
  const weights = new Map<string, number>();
  for (const { peso, panel } of lottery)
    for (const id of panel) weights.set(id, (weights.get(id) ?? 0) + peso);
  return pool.types.reduce(
    (most, members, type) =>
      members.reduce(
        (far, id) =>
          Math.max(far, Math.abs((weights.get(id) ?? 0) / wholeWeight - probabilities[type]!)),
        most,
      ),
    0,
  );
}

/**
 * The text whose SHA-256 commits to a lottery: JSON after RFC 8785 (keys in order, no spaces), in
 * UTF-8. Each panel is its ids in order of code units, panels are in the order of their ids.
 */
export function canonicalLottery(lottery: readonly WeightedPanel[]): string {
  return JSON.stringify(lottery.map(({ peso, panel }) => ({ panel, peso })));
}

/**
 * The text that commits to the tokens of the waiting list: a JSON array in the order of code units.
 */
export function canonicalTokens(tokens: readonly string[]): string {
  return JSON.stringify([...tokens].sort(byCodeUnits));
}

/** The bytes of a hexadecimal text. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Bytes in hexadecimal, two digits each. */
export const hexOf = (bytes: Uint8Array, between = ''): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(between);

/** SHA-256 of a text in UTF-8 or of bytes: the platform's own, the same in Node and in browsers. */
export async function sha256(data: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return new Uint8Array(
    await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>),
  );
}

/** SHA-256 in hexadecimal. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  return hexOf(await sha256(data));
}

/**
 * SHA-256 of the bytes of the seed, the 32 bytes of the lottery's hash and, where given, a text in
 * UTF-8.
 */
async function digestOf(seed: string, lotteryHash: string, text = ''): Promise<Uint8Array> {
  return await sha256(
    Uint8Array.from([...bytesOf(seed), ...bytesOf(lotteryHash), ...new TextEncoder().encode(text)]),
  );
}

/** The position that a seed draws in a lottery. */
export async function drawPosition(seed: string, lotteryHash: string): Promise<number> {
  return positionOf(await digestOf(seed, lotteryHash));
}

/**
 * The order in which those wait who were not drawn: by SHA-256 of seed ‖ lottery hash ‖ token,
 * compared as hexadecimal. Tokens have nothing to do with the names of the lottery: who is offered
 * a freed place is seen, and must not lead to a probability.
 */
export async function waitingOrder(
  tokens: readonly string[],
  seed: string,
  lotteryHash: string,
): Promise<string[]> {
  const keyed = await Promise.all(
    tokens.map(async (token) => ({ token, key: hexOf(await digestOf(seed, lotteryHash, token)) })),
  );
  return keyed
    .sort((a, b) => byCodeUnits(a.key, b.key) || byCodeUnits(a.token, b.token))
    .map(({ token }) => token);
}

/**
 * The position that a digest draws: its bytes as one unsigned integer, the first byte the most
 * significant, modulo a million.
 */
export function positionOf(digest: Uint8Array): number {
  return digest.reduce((rest, byte) => (rest * 256 + byte) % wholeWeight, 0);
}

/**
 * The panel at a position: the first one whose weight, added to those before it, is above the
 * position.
 */
export function panelAt(lottery: readonly WeightedPanel[], position: number): string[] {
  let reached = 0;
  for (const { peso, panel } of lottery) {
    reached += peso;
    if (position < reached) return panel;
  }
  throw new RangeError(`No panel at ${position}`);
}
