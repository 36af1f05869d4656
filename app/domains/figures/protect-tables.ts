import { certain } from '#app/kernel/certain.ts';
import { lookAgain, openExchanges, proveOpen, type Exchanges, type Proof } from './exchanges.ts';
import { secretOfCell, secretsOfAll, secretsOfMeetings, type Secret } from './groups.ts';
import {
  everything,
  isSmall,
  isWithheld,
  type ExactTable,
  type Protections,
  type Table,
} from './protection.ts';
import { costOfHiding, levelOf, everyPopulation } from './rules.ts';
import {
  dropTable,
  fits,
  holdTable,
  openSums,
  type Held,
  type Move,
  type Sum,
  type Sums,
} from './sums.ts';
import { exactOf, type Ground } from './units.ts';

/** What is being settled: the sums, how to make other worlds, and the proofs found so far. */
type Settling = {
  ground: Ground;
  sums: Sums;
  exchanges: Exchanges;
  proofs: Map<string, Proof>;
  protections: Protections;
};

/** Under what the proof of a secret is kept. */
export const keyOf = ({ name, value }: Pick<Secret, 'name' | 'value'>) => `${name} | ${value}`;

/** In which order tables are settled: what comes later gives way to what is there. */
function orderOf({ scope, population }: ExactTable): number {
  const level = levelOf(scope);
  if (level > 0) return 10 + level;
  const who = population === 'asistieron' ? -1 : everyPopulation.indexOf(population);
  return 2 * who + (scope === 'plan' ? 1 : 0);
}

/**
 * Protects new tables of one family beside everything of it that was published before. They are
 * settled one layer after another: who came to the workshops and to the whole plan first, meetings
 * last. Of a layer the small cells are hidden; then, for each secret, two worlds are sought that
 * fit everything shown and in which it differs by what it needs. Where there are none, the cheapest
 * cell of the layer that lets them be found is hidden too, and where none does a table of the layer
 * goes. What was published before cannot change: where a secret of it cannot be proven open, nothing
 * new is published and it comes back; `known` are proofs of such, found in another way. So each
 * secret of what comes out has its two worlds.
 */
export function protectTables(
  ground: Ground,
  exacts: readonly ExactTable[],
  earlier: readonly Table[],
  protections: Protections = everything,
  known: ReadonlyMap<string, Proof> = new Map(),
): { tables: Table[]; unproven: Secret | null } {
  const sums = openSums(ground);
  const settling: Settling = {
    ground,
    sums,
    exchanges: openExchanges(sums),
    proofs: new Map(known),
    protections,
  };
  const measures = [...new Set([...exacts, ...earlier].map(({ measure }) => measure))];
  const ofMeetings = secretsOfMeetings(ground, measures, protections);
  for (const table of earlier) holdEarlier(settling, table);
  const unproven = settle(settling, ofMeetings);
  if (unproven) return { tables: [], unproven };
  const layers = [...new Set(exacts.map(orderOf))].sort((a, b) => a - b);
  const results: Table[] = [];
  for (const layer of layers) {
    const held = exacts
      .filter((exact) => orderOf(exact) === layer && !isWithheld(exact, protections))
      .map((exact) => holdNew(settling, exact));
    settle(settling, ofMeetings);
    for (const each of held) {
      each.isOpen = false;
      if (!each.isGone) results.push(publishedOf(each));
    }
  }
  return { tables: results, unproven: null };
}

const publishedOf = ({ table: { kept: _, ...table }, sums }: Held): Table => ({
  ...table,
  cells: table.cells.map(({ value, people }, index) => ({
    value,
    people: sums[index]?.isShown ? people : null,
  })),
});

function holdEarlier({ ground, sums }: Settling, table: Table): void {
  const exact = exactOf(ground, table);
  const shown = new Set(
    table.cells.flatMap(({ value, people }) => (people === null ? [] : [value])),
  );
  holdTable(sums, exact, (value) => shown.has(value), false);
}

function holdNew({ sums, exchanges }: Settling, exact: ExactTable): Held {
  const people = new Map(exact.cells.map((cell) => [cell.value, cell.people]));
  const held = holdTable(
    sums,
    exact,
    (value) =>
      !isSmall(exact.measure, value, people.get(value) ?? 0) && !exact.kept?.includes(value),
    true,
  );
  lookAgain(exchanges, held, null);
  return held;
}

/**
 * Proves every secret open, hiding more of the open tables where it must; a secret comes back that
 * is told though no open table is left.
 */
function settle(settling: Settling, ofMeetings: readonly Secret[]): Secret | null {
  const { sums, proofs, protections } = settling;
  let before: number;
  do {
    before = sums.tables.length;
    const secrets = [...secretsOfAll(sums, protections), ...ofMeetings];
    for (const held of sums.tables) if (held.isOpen && isEmpty(held)) drop(settling, held);
    // Hiding more never closes what lies open; but a cell hidden is one more to keep open.
    for (const secret of secrets) {
      if (secret.tables.some(({ isGone }) => isGone)) continue;
      const known = proofs.get(keyOf(secret));
      if (known && differ(known, secret) && fits(sums, known.up) && fits(sums, known.down))
        continue;
      if (!open(settling, secret, secrets)) return secret;
    }
  } while (sums.tables.length !== before);
  return null;
}

/**
 * Whether two worlds differ in a secret by what it needs. A group that other tables leave has other people when a
 * table comes or goes: what proved it open before may say nothing of those who are left.
 */
function differ({ up, down }: Proof, { units, places, need }: Secret): boolean {
  const inside = new Set(units);
  const more = (moves: readonly Move[]) =>
    moves
      .filter(({ unit }) => inside.has(unit))
      .reduce(
        (sum, { from, to, people }) =>
          sum + people * (Number(places.includes(to)) - Number(places.includes(from))),
        0,
      );
  return more(up) - more(down) >= need;
}

/** Proves one secret open, hiding what it must. What it hides is one more secret. */
function open(settling: Settling, secret: Secret, secrets: Secret[]): boolean {
  const { ground, exchanges, proofs } = settling;
  for (;;) {
    if (secret.tables.some(({ isGone }) => isGone)) return true;
    const proof = proveOpen(exchanges, secret);
    if (proof) {
      proofs.set(keyOf(secret), proof);
      return true;
    }
    const choice = choose(settling, secret);
    if (!choice) {
      const least = leastOpen(settling, secret);
      if (!least) return false;
      drop(settling, least);
      continue;
    }
    setShown(settling, choice, false);
    secrets.push(secretOfCell(ground, choice.held, certain(choice.sum.value)));
    if (isEmpty(choice.held)) drop(settling, choice.held);
  }
}

type Choice = { held: Held; sum: Sum };

/** How many cells are tried before the cheapest is hidden without knowing that it helps. */
const mostTried = 10;

/**
 * Which cell to hide next: the cheapest that opens the secret by itself; else the cheapest of those
 * that bear on it.
 */
function choose(settling: Settling, secret: Secret): Choice | null {
  const choices = choicesOf(settling, secret);
  const opening = choices.slice(0, mostTried).find((choice) => {
    setShown(settling, choice, false);
    const opens = proveOpen(settling.exchanges, secret) !== null;
    setShown(settling, choice, true);
    return opens;
  });
  return opening ?? choices[0] ?? null;
}

/** The shown cells that could be hidden for a secret: of its own value first, cheapest first. */
function choicesOf({ sums }: Settling, { tables, units, value }: Secret): Choice[] {
  const open = sums.tables.filter(({ isOpen }) => isOpen);
  const own = open.filter((held) => tables.includes(held));
  const around = open.filter((held) => units.some((unit) => held.has[unit]));
  // Of what is left when tables are taken away, those that are taken away tell.
  const bearing = [own, around, open].find((some) => some.length > 0) ?? [];
  return bearing
    .flatMap((held) =>
      held.sums.flatMap((sum) =>
        sum.isShown && sum.value !== null && sum.truth > 0 ? [{ held, sum }] : [],
      ),
    )
    .sort(
      (a, b) =>
        Number(b.sum.value === value) - Number(a.sum.value === value) ||
        costOfHiding(a.sum.value ?? '', a.sum.truth) - costOfHiding(b.sum.value ?? '', b.sum.truth),
    );
}

/** The smallest open table that bears on a secret, else the smallest of all. */
function leastOpen({ sums }: Settling, { units }: Secret): Held | null {
  const open = sums.tables
    .filter(({ isOpen }) => isOpen)
    .sort((a, b) => a.table.people - b.table.people);
  return open.find((held) => units.some((unit) => held.has[unit])) ?? open[0] ?? null;
}

function setShown({ exchanges }: Settling, { held, sum }: Choice, isShown: boolean): void {
  sum.isShown = isShown;
  const at = held.sums.indexOf(sum);
  const places = [...held.sumAt].flatMap((index, place) => (index === at ? [place] : []));
  lookAgain(exchanges, held, places);
}

function drop({ sums, exchanges }: Settling, held: Held): void {
  dropTable(sums, held);
  lookAgain(exchanges, held, null);
}

const isEmpty = ({ sums }: Held) =>
  sums.every(({ value, isShown, truth }) => value === null || !isShown || truth === 0);
