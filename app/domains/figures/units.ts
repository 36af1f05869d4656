import type { Measure } from '#app/domains/declarations/measures.ts';
import { coveredBy, unanswered, type Population } from './rules.ts';
import { meetingParts, type MeetingPart, type TallyRow } from './tally.ts';
import type { ExactTable, Table } from './protection.ts';

/**
 * Everybody who is counted, in units: people whom all tables count together or not at all. A unit
 * is counted once and never again, so each table ever published is a sum of the same unknowns.
 */

/** Of a meeting; and of those who act on ideas, whether they support the plan's, back one proposal, or both. */
export type Part = MeetingPart | 'proponen' | 'apoyan' | 'apoyan_y_respaldan' | 'respaldan';

const partsOf: Record<Population, readonly Part[]> = {
  inscritas: meetingParts,
  asistieron: ['vinieron', 'aportaron'],
  aportaron: ['aportaron', 'aportaron_sin_venir'],
  proponen: ['proponen'],
  apoyan: ['apoyan', 'apoyan_y_respaldan'],
  respaldan: ['apoyan_y_respaldan', 'respaldan'],
};

/** Whether a population counts a part of a meeting, a batch or a proposal. */
export const counts = (population: Population, part: Part): boolean =>
  partsOf[population].includes(part);

export const isOfMeeting = (part: Part): part is MeetingPart =>
  meetingParts.some((each) => each === part);

/** One part of one meeting, batch or proposal: how many of it are in each of the finest values. */
export type Unit = { source: string; part: Part; people: number[] };

/** The units of one family of measures. */
export type Ground = { values: readonly string[]; units: readonly Unit[] };

/** What was counted of a meeting, a batch or a proposal. */
export type Source = { id: string; rows: readonly TallyRow<Part>[] };

/**
 * The units that count somebody, by the finest measure of a family. `listed` are values that tables
 * list though nobody is counted in them.
 */
export function groundOf(
  sources: readonly Source[],
  measure: Measure,
  listed: readonly string[],
): Ground {
  const of = sources.map(({ id, rows }) => ({
    id,
    rows: rows.filter((row) => row.measure === measure),
  }));
  const others = of.flatMap(({ rows }) => rows.map(({ value }) => value)).sort();
  const values = [...new Set([...listed, ...others.filter(Boolean), unanswered])];
  const at = new Map(values.map((value, index) => [value, index]));
  const units = of.flatMap(({ id, rows }) =>
    [...new Set(rows.map(({ part }) => part))].map((part): Unit => {
      const people = values.map(() => 0);
      for (const row of rows) if (row.part === part) people[at.get(row.value) ?? 0] = row.people;
      return { source: id, part, people };
    }),
  );
  return { values, units };
}

/** The units that a table counts. */
export function unitsOf(
  { units }: Ground,
  { population, counted }: Pick<Table, 'population' | 'counted'>,
): number[] {
  const sources = new Set(counted);
  return units.flatMap(({ source, part }, index) =>
    sources.has(source) && counts(population, part) ? [index] : [],
  );
}

/** The finest values that a value of a measure counts, by their place. */
export function placesOf({ values }: Ground, measure: Measure, value: string): number[] {
  return coveredBy(measure, value, values)
    .map((each) => values.indexOf(each))
    .filter((place) => place >= 0);
}

/** How many people of some units are in some values. */
export function peopleIn(
  { units }: Ground,
  of: readonly number[],
  places: readonly number[],
): number {
  let sum = 0;
  for (const unit of of) for (const place of places) sum += units[unit]?.people[place] ?? 0;
  return sum;
}

/** A table with the counts that it truly has. */
export function exactOf(ground: Ground, table: Table | ExactTable): ExactTable {
  const units = unitsOf(ground, table);
  return {
    ...table,
    cells: table.cells.map(({ value }) => ({
      value,
      people: peopleIn(ground, units, placesOf(ground, table.measure, value)),
    })),
  };
}
