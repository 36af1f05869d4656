import type { Measure } from '#app/domains/declarations/measures.ts';
import { coveredBy, leastPeople, thresholdOf, unanswered, type Population } from './rules.ts';

/**
 * Tables of counts as they are published, and what an attacker can write down about them. Nothing
 * here solves anything.
 */

/**
 * `people` is null where the cell is protected, whatever the reason: primary and complementary
 * carry the same mark.
 */
export type Cell = { value: string; people: number | null };

/**
 * A meeting that a table counts, by the version of its counts; `people` where the meeting's total
 * is public.
 */
export type CountedMeeting = { id: string; version: number; people: number | null };

export type Table = {
  key: string;
  scope: string;
  population: Population;
  measure: Measure;
  people: number;
  meetings: CountedMeeting[];
  cells: Cell[];
};

/** A table of too few people shows no cell at all, not even an empty one. */
export function isWithheld(table: Pick<Table, 'scope' | 'measure' | 'people'>): boolean {
  return table.people < leastPeople(table.scope, table.measure);
}

/** Whether a count alone would single people out. Who did not answer is no trait of anybody. */
export function isSmall(measure: Measure, value: string, people: number): boolean {
  return value !== unanswered && people > 0 && people < thresholdOf(measure, value);
}

/**
 * What an attacker knows of a sum of unknown counts. `cell` is set for the rows that are cells of
 * tables.
 */
export type Row = {
  lower: number;
  upper: number;
  indices: number[];
  values?: number[];
  cell?: { table: number; value: string };
};

/** A cell of a table, as the sum of unknowns that it is. */
export type Target = { table: number; value: string; indices: number[] };

export type System = { uppers: number[]; rows: Row[]; targets: Target[] };

/** Whether a table shows no cell. */
export const hidden = (table: Pick<Table, 'cells'>): boolean =>
  table.cells.every(({ people }) => people === null);

/**
 * The least that an attacker knows of a protected cell: zeros are published, so it counts somebody,
 * unless its whole table is protected.
 */
export function floorOf(table: Table): number {
  return hidden(table) ? 0 : 1;
}

/**
 * How far apart the possible values of a protected cell must lie: its threshold; where nothing is
 * shown, no farther than there are people.
 */
export function needOf(table: Table, value: string): number {
  const threshold = thresholdOf(table.measure, value);
  return hidden(table) ? Math.min(threshold, table.people) : threshold;
}

/**
 * Whether a protected cell whose value lies between two numbers is told. A table that shows nothing
 * is not published at all; of it, only what may be a small count of people alike is told; nobody
 * and many are no secret, nor is who did not answer.
 */
export function isTold(table: Table, value: string, low: number, high: number): boolean {
  if (high - low >= needOf(table, value)) return false;
  return (
    !hidden(table) || (value !== unanswered && high > 0 && low < thresholdOf(table.measure, value))
  );
}

/**
 * Everything that is public about one family of measures: the unknowns are the people of each group
 * in each meeting; rows are the cells of all tables, the totals of meetings, and that who came or
 * contributed had registered.
 */
export function systemOf(tables: readonly Table[]): System {
  const finest = finestOf(tables);
  const numbers = new Map<string, number>();
  const uppers: number[] = [];
  const unknown = (
    meeting: CountedMeeting,
    population: Population,
    value: string,
    people: number,
  ): number => {
    const key = `${meeting.id}@${meeting.version} ${population} ${value}`;
    const known = numbers.get(key);
    if (known !== undefined) {
      uppers[known] = Math.min(uppers[known]!, people);
      return known;
    }
    numbers.set(key, uppers.push(people) - 1);
    return uppers.length - 1;
  };
  const rows: Row[] = [];
  const targets: Target[] = [];
  const totals = new Map<string, Row>();
  tables.forEach((table, index) => {
    const of = (value: string) =>
      table.meetings.flatMap((meeting) =>
        coveredBy(table.measure, value, finest).map((each) =>
          unknown(meeting, table.population, each, meeting.people ?? table.people),
        ),
      );
    for (const { value, people } of table.cells) {
      const indices = of(value);
      rows.push({
        lower: people ?? floorOf(table),
        upper: people ?? Infinity,
        indices,
        cell: { table: index, value },
      });
      targets.push({ table: index, value, indices });
    }
    for (const meeting of table.meetings) {
      if (meeting.people !== null)
        totals.set(`${meeting.id}@${meeting.version} ${table.population}`, {
          lower: meeting.people,
          upper: meeting.people,
          indices: finest.map((value) =>
            unknown(meeting, table.population, value, meeting.people!),
          ),
        });
    }
    if (table.meetings.some(({ people }) => people === null))
      rows.push({
        lower: table.people,
        upper: table.people,
        indices: table.meetings.flatMap((meeting) =>
          finest.map((value) =>
            unknown(meeting, table.population, value, meeting.people ?? table.people),
          ),
        ),
      });
  });
  rows.push(...totals.values());
  for (const [key, part] of numbers) {
    const whole = / (asistieron|aportaron) /.test(key)
      ? numbers.get(key.replace(/ (asistieron|aportaron) /, ' inscritas '))
      : undefined;
    if (whole !== undefined)
      rows.push({ lower: -Infinity, upper: 0, indices: [part, whole], values: [1, -1] });
  }
  return { uppers, rows, targets };
}

/** The finest values that a family tells apart, who did not answer among them. */
function finestOf(tables: readonly Table[]): string[] {
  const fine = tables.filter(({ measure }) => measure !== 'organizacion');
  const values = new Set(fine.flatMap(({ cells }) => cells.map(({ value }) => value)));
  // Without a table of kinds, one kind stands for all of them.
  return values.size > 0 ? [...values] : ['alguna', 'ninguna', unanswered];
}

/**
 * Whether a new count of the same people may stand beside an old one: at least the threshold of
 * people more, and no group that both show differs by a few.
 */
export function isReleasable(newer: Table, earlier: readonly Table[]): boolean {
  return earlier.every((old) => {
    if (newer.people - old.people < thresholdOf(newer.measure)) return false;
    return newer.cells.every(({ value, people }) => {
      const before = old.cells.find((cell) => cell.value === value)?.people ?? null;
      return (
        people === null ||
        before === null ||
        people === before ||
        Math.abs(people - before) >= thresholdOf(newer.measure, value)
      );
    });
  });
}
