import type { Measure } from '#app/domains/declarations/measures.ts';
import { certain } from '#app/kernel/certain.ts';
import type { Table } from './protection.ts';
import { counts, placesOf, unitsOf, type Ground } from './units.ts';

/**
 * What an attacker can write down about tables with protected cells, as a system of sums: the
 * unknowns are the people of each unit in each value. Nothing here solves anything.
 */

/** What is known of a sum of unknowns. */
export type Row = { lower: number; upper: number; indices: number[] };
export type System = { uppers: number[]; rows: Row[] };

/** The unknowns that a count of units in values sums. */
export function indicesOf(
  { values }: Ground,
  units: readonly number[],
  places: readonly number[],
): number[] {
  return units.flatMap((unit) => places.map((place) => unit * values.length + place));
}

/** Populations whose number is told of each meeting. */
const toldOfMeetings = ['inscritas', 'asistieron'] as const;

/**
 * Everything that is public: the cells of all tables and their totals, that an empty cell would be
 * shown, and how many registered for each meeting and came. Who came had registered by how units
 * are made.
 */
export function systemOf(ground: Ground, tables: readonly Table[]): System {
  const all = ground.values.map((_, place) => place);
  const sizes = ground.units.map(({ people }) => people.reduce((sum, each) => sum + each, 0));
  const exactly = (people: number, indices: number[]): Row => ({
    lower: people,
    upper: people,
    indices,
  });
  const ofTables = tables.flatMap((table): Row[] => {
    const units = unitsOf(ground, table);
    const cells = table.cells.map(({ value, people }) => ({
      lower: people ?? 1,
      upper: people ?? Infinity,
      indices: indicesOf(ground, units, placesOf(ground, table.measure, value)),
    }));
    const listed = new Set(cells.flatMap(({ indices }) => indices));
    const others = indicesOf(ground, units, all).filter((index) => !listed.has(index));
    return [
      ...cells,
      ...(others.length > 0 ? [exactly(0, others)] : []),
      exactly(table.people, indicesOf(ground, units, all)),
    ];
  });
  const sources = [...new Set(ground.units.map(({ source }) => source))];
  const ofSources = sources.flatMap((source) =>
    toldOfMeetings.flatMap((population): Row[] => {
      const units = ground.units.flatMap((unit, index) =>
        unit.source === source && counts(population, unit.part) ? [index] : [],
      );
      const people = units.reduce((sum, unit) => sum + certain(sizes[unit]), 0);
      return units.length > 0 ? [exactly(people, indicesOf(ground, units, all))] : [];
    }),
  );
  const uppers = sizes.flatMap((people) => all.map(() => people));
  return { uppers, rows: [...ofTables, ...ofSources] };
}

/** The measure that tells a family's values apart most finely. */
export function finestOf(family: readonly Measure[]): Measure {
  return certain(family.at(-1));
}
