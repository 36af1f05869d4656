import type { Measure } from '#app/domains/declarations/measures.ts';
import { leastPeople, thresholdOf, unanswered, type Population } from './rules.ts';

/** Tables of counts as they are published, and what may be shown of one by itself. */

/**
 * `people` is null where the cell is protected, whatever the reason: primary and complementary
 * carry the same mark.
 */
export type Cell = { value: string; people: number | null };

export type Table = {
  key: string;
  scope: string;
  population: Population;
  measure: Measure;
  people: number;
  /** The meetings, batches or proposals whose people it counts. */
  counted: string[];
  cells: Cell[];
};

/** A table with its exact counts, before protection. */
export type ExactTable = Omit<Table, 'cells'> & {
  cells: { value: string; people: number }[];
  /** Values that are to be hidden in any case. */
  kept?: readonly string[];
};

/** What is protected; tests switch one off to show that the attack then finds what it hides. */
export type Protections = {
  /** Those who registered and did not come, and the like: differences of populations. */
  populations: boolean;
  /** What a later release has more than an earlier one. */
  releases: boolean;
  /** What one scope has more than another inside it. */
  scopes: boolean;
  /** Groups nearly all of whom share a sensitive trait. */
  alike: boolean;
  /** The parts of each meeting, by themselves. */
  parts: boolean;
  /** Groups that are all of one meeting, whatever they are called. */
  oneMeeting: boolean;
};
export const everything: Protections = {
  populations: true,
  releases: true,
  scopes: true,
  alike: true,
  parts: true,
  oneMeeting: true,
};

/** Whether a count alone would single people out. Who did not answer is no trait of anybody. */
export function isSmall(measure: Measure, value: string, people: number): boolean {
  return value !== unanswered && people > 0 && people < thresholdOf(measure, value);
}

/** From this share of those who answered on, an answer is told of nearly each of them. */
const nearlyAll = 0.9;

/** Answers that say of somebody what the law calls sensitive and most people are not. */
const isAffirmative = (measure: Measure, value: string): boolean =>
  thresholdOf(measure, value) > 5 && value !== unanswered && value !== 'no';

/**
 * The sensitive answer that nearly all of a group who answered gave, if there is one: of such a
 * group any count tells it of each. «No» is none: it is true of most people, and was presumed of
 * each before.
 */
export function alikeIn(
  measure: Measure,
  cells: readonly { value: string; people: number }[],
): string | null {
  const answered = cells.reduce(
    (sum, { value, people }) => sum + (value === unanswered ? 0 : people),
    0,
  );
  const found = cells.find(
    ({ value, people }) =>
      people > 0 && isAffirmative(measure, value) && people > nearlyAll * answered,
  );
  return found?.value ?? null;
}

/** Whether nothing may be shown of a table, not even an empty cell. */
export function isWithheld(
  { measure, people, counted, cells, population }: ExactTable,
  { alike, oneMeeting }: Protections = everything,
): boolean {
  const isOneMeeting = oneMeeting && counted.length === 1 && isOfMeetings(population);
  return people < leastPeople(measure, isOneMeeting) || (alike && alikeIn(measure, cells) !== null);
}

const isOfMeetings = (population: Population) =>
  population === 'inscritas' || population === 'asistieron' || population === 'aportaron';

/** Only the small cells protected: what the audit must find wanting. */
export function primaryOnly(exact: ExactTable, protections: Protections = everything): Table {
  const withheld = isWithheld(exact, protections);
  return {
    ...exact,
    cells: exact.cells.map(({ value, people }): Cell => ({
      value,
      people: withheld || isSmall(exact.measure, value, people) ? null : people,
    })),
  };
}

/** Whether a table shows nobody: of such a one nothing is published. */
export const hidden = (table: Pick<Table, 'cells'>): boolean =>
  table.cells.every(({ people }) => !people);

/**
 * Whether a new count may stand beside earlier ones of the same scope and population: at least the
 * threshold of people more, of one meeting as many as its own table needs; no group that both show
 * differs by a few; and those who came besides are not nearly all alike.
 */
export function isReleasable(
  newer: Table,
  earlier: readonly Table[],
  protections: Protections = everything,
): boolean {
  const { measure } = newer;
  return earlier.every((old) => {
    if (!protections.releases) return newer.people > old.people;
    const isOneMeeting =
      protections.oneMeeting &&
      isOfMeetings(newer.population) &&
      newer.counted.length - old.counted.length === 1;
    if (newer.people - old.people < leastPeople(measure, isOneMeeting)) return false;
    const more = newer.cells.flatMap(({ value, people }) => {
      const before = old.cells.find((cell) => cell.value === value)?.people ?? null;
      return people === null || before === null ? [] : [{ value, people: people - before }];
    });
    return (
      more.every(
        ({ value, people }) =>
          people >= 0 && (people === 0 || people >= thresholdOf(measure, value)),
      ) &&
      (!protections.alike || more.length < newer.cells.length || alikeIn(measure, more) === null)
    );
  });
}
