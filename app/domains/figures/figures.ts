import { exactInterval } from '#app/platform/statistics/exact-interval.ts';
import type { Table } from './protection.ts';
import { leaningOf, unanswered } from './rules.ts';
import type { Figure, Finding, Measured } from './types.ts';

/**
 * Everything here is computed from a published, protected table and the baseline; exact counts
 * never come near.
 */

/** How a group stands: a ratio out of the band may be chance while its interval holds equality. */
export function findingOf(ratio: number, [low, high]: [number, number]): Finding {
  const leaning = leaningOf(ratio);
  return leaning !== 'even' && low <= 1 && high >= 1 ? 'unsure' : leaning;
}

function figureOf(
  value: string,
  people: number | null,
  table: Table,
  silent: number | null,
  reference: number | null,
): Figure {
  const empty = {
    value,
    people,
    share: null,
    margin: null,
    bounds: null,
    reference,
    ratio: null,
    interval: null,
    expected: null,
    missing: null,
    verdict: null,
  };
  const base = table.people - (silent ?? 0);
  if (people === null || base === 0) return empty;
  const share = people / base;
  const bounds: Figure['bounds'] =
    silent === null ? null : [people / table.people, (people + silent) / table.people];
  const margin = exactInterval(people, base);
  if (reference === null || reference === 0) return { ...empty, share, margin, bounds };
  const [low, high] = margin;
  const ratio = share / reference;
  const interval: [number, number] = [low / reference, high / reference];
  const expected = reference * base;
  return {
    value,
    people,
    share,
    margin,
    bounds,
    reference,
    ratio,
    interval,
    expected,
    missing: Math.round(expected - people),
    verdict: findingOf(ratio, interval),
  };
}

export function measureTable(table: Table, references: ReadonlyMap<string, number>): Measured {
  const silent = table.cells.find(({ value }) => value === unanswered)?.people ?? null;
  const cells = table.cells.filter(({ value }) => value !== unanswered);
  const rows = cells.map(({ value, people }) =>
    figureOf(value, people, table, silent, references.get(value) ?? null),
  );
  const covered = rows.reduce((sum, { reference }) => sum + (reference ?? 0), 0);
  const whole =
    Math.abs(covered - 1) < 0.005 &&
    rows.every(({ share, reference }) => share !== null && (reference !== null || share === 0));
  return {
    measure: table.measure,
    population: table.population,
    people: table.people,
    answered: silent === null ? null : table.people - silent,
    unanswered: silent,
    rows,
    distance: whole
      ? rows.reduce(
          (sum, { share, reference }) => sum + Math.abs((share ?? 0) - (reference ?? 0)),
          0,
        ) / 2
      : null,
    // A protected cell beside shown zeros counts somebody.
    reached: cells.filter(({ people }) => people !== 0).length,
  };
}
