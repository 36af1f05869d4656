import { exactInterval } from '#app/platform/statistics/exact-interval.ts';
import type { Finding } from './types.ts';

/** The band within which a ratio of shares is called equal (domain facts). */
const band = { low: 0.8, high: 1.25 } as const;

type Range = readonly [low: number, high: number];

/**
 * Between what the share lies among all like these: what the counted leave open by chance
 * (Clopper–Pearson, 95 %) if nobody, or everybody, of those who did not answer belonged here. With
 * nobody silent it is the plain interval.
 */
export function openRange(people: number, silent: number, all: number): Range {
  return [exactInterval(people, all)[0], exactInterval(people + silent, all)[1]];
}

/**
 * How a group stands to its share of the population, said only when nothing that is open says
 * otherwise: *even* with the whole range inside the band, *missing* and *over* with all of it
 * outside.
 */
export function findingOf([low, high]: Range, reference: number): Finding {
  if (high < band.low * reference) return 'missing';
  if (low > band.high * reference) return 'over';
  return low >= band.low * reference && high <= band.high * reference ? 'even' : 'unsure';
}

/** The normal deviate of 95 %, both sides. */
const z = 1.96;
/** Above so many answers nobody is told to wait for them. */
const mostAnswers = 20_000;

/**
 * Answers from which on a share is told from a limit: Wilson's score interval, with Fleiss'
 * correction for whole people.
 */
function answersToTell(share: number, limit: number): number {
  const distance = Math.abs(share - limit);
  if (distance === 0) return Infinity;
  return (z * z * limit * (1 - limit)) / distance ** 2 + 1 / distance;
}

/**
 * About how many answers would say how a group stands, if they went on as they are and nobody were
 * silent: to two figures, upwards. Null where no reasonable number would.
 */
export function tellingAnswers(share: number, reference: number): number | null {
  const [low, high] = [band.low * reference, Math.min(1, band.high * reference)];
  const isInside = share >= low && share <= high;
  // A limit that no share can pass asks for nothing.
  const limits = isInside
    ? [low, high].filter((limit) => limit < 1)
    : [share < low ? low : high].filter((limit) => limit < 1);
  const needed = Math.max(...limits.map((limit) => answersToTell(share, limit)));
  if (!(needed <= mostAnswers)) return null;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(needed)) - 1);
  return Math.ceil(needed / step) * step;
}

/**
 * How many people of a group, and of no other, have to come besides those who are here so that its
 * share is the population's. Nobody is sent away for it.
 */
export function peopleToInvite(people: number, all: number, reference: number): number {
  if (reference >= 1) return 0;
  // Last digits of a product are no people.
  const lacking = Math.round((reference * all - people) * 1e9) / 1e9;
  return Math.max(0, Math.ceil(Math.round((lacking / (1 - reference)) * 1e9) / 1e9));
}
