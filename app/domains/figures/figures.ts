import { exactInterval } from '#app/platform/statistics/exact-interval.ts';
import { findingOf, openRange, peopleToInvite, tellingAnswers } from './finding.rules.ts';
import type { Table } from './protection.ts';
import { unanswered } from './rules.ts';
import type { Figure, Measured, Reference } from './types.ts';

/**
 * Everything here is computed from a published, protected table and the baseline; exact counts
 * never come near.
 */

/** What a table tells of those who did not answer: how many, or at most how many. */
type Silence = { known: number | null; most: number };

function silenceOf(table: Table): Silence {
  const known = table.cells.find(({ value }) => value === unanswered)?.people ?? null;
  const shown = table.cells.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return { known, most: known ?? table.people - shown };
}

/** A group without a number: it is protected, or nobody answered. */
const nothingOf = (value: string, people: number | null, reference: Reference | null): Figure => ({
  value,
  people,
  share: null,
  margin: null,
  bounds: null,
  reference,
  ratio: null,
  interval: null,
  finding: null,
  telling: null,
  invite: null,
});

function figureOf(
  value: string,
  people: number | null,
  table: Table,
  silence: Silence,
  reference: Reference | null,
): Figure {
  const empty = nothingOf(value, people, reference);
  const base = table.people - (silence.known ?? 0);
  if (people === null || base === 0) return empty;
  const share = people / base;
  const margin = exactInterval(people, base);
  const bounds: Figure['bounds'] = [people / table.people, (people + silence.most) / table.people];
  const counted = { ...empty, share, margin, bounds };
  if (reference === null || reference.share === 0) return counted;
  const finding = findingOf(openRange(people, silence.most, table.people), reference.share);
  const invite = finding === 'missing' ? peopleToInvite(people, base, reference.share) : 0;
  return {
    ...counted,
    ratio: share / reference.share,
    interval: [margin[0] / reference.share, margin[1] / reference.share],
    finding,
    telling: finding === 'unsure' ? tellingAnswers(share, reference.share) : null,
    invite: invite > 0 ? invite : null,
  };
}

/** The figure of one value of a table, without a reference; undefined where the table lacks it. */
export function figureIn(table: Table, value: string): Figure | undefined {
  const cell = table.cells.find((each) => each.value === value);
  return cell && figureOf(value, cell.people, table, silenceOf(table), null);
}

export function measureTable(table: Table, references: ReadonlyMap<string, Reference>): Measured {
  const silence = silenceOf(table);
  const cells = table.cells.filter(({ value }) => value !== unanswered);
  const rows = cells.map(({ value, people }) =>
    figureOf(value, people, table, silence, references.get(value) ?? null),
  );
  const covered = rows.reduce((sum, { reference }) => sum + (reference?.share ?? 0), 0);
  const whole =
    Math.abs(covered - 1) < 0.005 &&
    rows.every(({ share, reference }) => share !== null && (reference !== null || share === 0));
  return {
    measure: table.measure,
    population: table.population,
    people: table.people,
    answered: silence.known === null ? null : table.people - silence.known,
    unanswered: silence.known,
    rows,
    distance: whole
      ? rows.reduce(
          (sum, { share, reference }) => sum + Math.abs((share ?? 0) - (reference?.share ?? 0)),
          0,
        ) / 2
      : null,
    // A protected cell beside shown zeros counts somebody.
    reached: cells.filter(({ people }) => people !== 0).length,
  };
}
