import type { Measure } from '#app/domains/declarations/measures.ts';
import { certain } from '#app/kernel/certain.ts';
import { alikeIn, isSmall, type Protections } from './protection.ts';
import { leastPeople, thresholdOf, unanswered } from './rules.ts';
import type { Held, Sums } from './sums.ts';
import { isOfMeeting, peopleIn, placesOf, type Ground } from './units.ts';

/**
 * Groups of people that somebody could count by subtracting tables, and what must stay open of
 * them: their small counts, as if they had been published.
 */
export type Secret = {
  /** The group and the value, for people. */
  name: string;
  units: readonly number[];
  places: readonly number[];
  /** How far apart the counts must lie that could be true. */
  need: number;
  value: string;
  measure: Measure;
  /** The tables that tell of it; none where any may. */
  tables: readonly Held[];
};

type Group = {
  name: string;
  measure: Measure;
  units: () => readonly number[];
  cells: { value: string; people: number }[];
  isOneMeeting: () => boolean;
  tables: readonly Held[];
};

/** What must stay open of a group of which no table is published. */
function secretsOf(ground: Ground, group: Group, { alike, oneMeeting }: Protections): Secret[] {
  const { measure, cells } = group;
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  if (people === 0) return [];
  const isFew = oneMeeting && people < leastPeople(measure, true) && group.isOneMeeting();
  const same = alike ? alikeIn(measure, cells) : null;
  return cells.flatMap(({ value, people: count }) =>
    count > 0 && value !== unanswered && (isFew || isSmall(measure, value, count) || same === value)
      ? [
          {
            name: group.name,
            units: group.units(),
            places: placesOf(ground, measure, value),
            need: Math.min(thresholdOf(measure, value), people),
            value,
            measure,
            tables: group.tables,
          },
        ]
      : [],
  );
}

/** A table and its release. */
const nameOf = ({ table: { key, people } }: Held) => `${key} (${people})`;

const isInside = (inner: Held, outer: Held) => inner.units.every((unit) => outer.has[unit]);

function sourcesOf({ units }: Ground, of: readonly number[]): Set<string> {
  return new Set(of.map((unit) => certain(units[unit]).source));
}

const areOneMeetings = (ground: Ground, units: readonly number[]) =>
  units.every((unit) => isOfMeeting(certain(ground.units[unit]).part)) &&
  sourcesOf(ground, units).size === 1;

/** Which protection a difference of two tables belongs to. */
function kindOf({ table: outer }: Held, { table: inner }: Held): keyof Protections {
  if (outer.population !== inner.population) return 'populations';
  return outer.scope === inner.scope ? 'releases' : 'scopes';
}

/** What one table counts more than another inside it. */
function differencesOf({ ground, tables }: Sums, protections: Protections): Secret[] {
  return tables.flatMap((outer) =>
    tables.flatMap((inner) => {
      if (
        outer.table.measure !== inner.table.measure ||
        outer.units.length <= inner.units.length ||
        !protections[kindOf(outer, inner)] ||
        !isInside(inner, outer)
      )
        return [];
      const units = () => outer.units.filter((unit) => !inner.has[unit]);
      const inInner = new Map(inner.table.cells.map(({ value, people }) => [value, people]));
      return secretsOf(
        ground,
        {
          name: `${nameOf(outer)} − ${nameOf(inner)}`,
          measure: outer.table.measure,
          units,
          cells: outer.table.cells.map(({ value, people }) => ({
            value,
            people: people - (inInner.get(value) ?? 0),
          })),
          isOneMeeting: () => areOneMeetings(ground, units()),
          tables: [outer, inner],
        },
        protections,
      );
    }),
  );
}

function groupOfUnits(
  ground: Ground,
  name: string,
  measure: Measure,
  units: readonly number[],
): Group {
  return {
    name,
    measure,
    units: () => units,
    cells: valuesOf(ground, measure).map((value) => ({
      value,
      people: peopleIn(ground, units, placesOf(ground, measure, value)),
    })),
    isOneMeeting: () => areOneMeetings(ground, units),
    tables: [],
  };
}

const valuesOf = ({ values }: Ground, measure: Measure): readonly string[] =>
  measure === 'organizacion' ? ['si', 'no', unanswered] : values;

/** The parts of a meeting whose numbers are told of all of them. */
const toldParts = {
  inscritas: ['solo_inscritas', 'vinieron', 'aportaron', 'aportaron_sin_venir'],
  asistieron: ['vinieron', 'aportaron'],
  faltaron: ['solo_inscritas', 'aportaron_sin_venir'],
  aportaron: ['aportaron', 'aportaron_sin_venir'],
  solo_vinieron: ['vinieron'],
};

/** The people of each meeting, whatever is published of it. */
export function secretsOfMeetings(
  ground: Ground,
  measures: readonly Measure[],
  protections: Protections,
): Secret[] {
  if (!protections.parts) return [];
  const bySource = new Map<string, number[]>();
  ground.units.forEach(({ source, part }, unit) => {
    if (isOfMeeting(part)) bySource.set(source, [...(bySource.get(source) ?? []), unit]);
  });
  return [...bySource].flatMap(([source, own]) => {
    const groups = Object.entries(toldParts).map(([name, parts]) => ({
      name: `${source} ${name}`,
      units: own.filter((unit) => parts.includes(certain(ground.units[unit]).part)),
    }));
    const distinct = new Map(groups.map((group) => [group.units.join(), group]));
    return [...distinct.values()].flatMap(({ name, units }) =>
      units.length === 0
        ? []
        : measures.flatMap((measure) =>
            secretsOf(ground, groupOfUnits(ground, name, measure, units), protections),
          ),
    );
  });
}

/** The people whom the same tables count: what is left when all others are taken away. */
function restsOf({ ground, tables, tablesOf }: Sums, protections: Protections): Secret[] {
  if (!protections.populations || !protections.releases || !protections.scopes) return [];
  const bySignature = new Map<string, number[]>();
  const index = new Map(tables.map((held, at) => [held, at]));
  tablesOf.forEach((of, unit) => {
    if (of.length === 0) return;
    const signature = of.map((held) => index.get(held)).join();
    const some = bySignature.get(signature);
    if (some) some.push(unit);
    else bySignature.set(signature, [unit]);
  });
  const measures = [...new Set(tables.map(({ table }) => table.measure))];
  return [...bySignature].flatMap(([signature, units]) =>
    sourcesOf(ground, units).size < 2
      ? []
      : measures.flatMap((measure) =>
          secretsOf(
            ground,
            groupOfUnits(ground, `resto ${signature}`, measure, units),
            protections,
          ),
        ),
  );
}

/** A hidden cell of a published table. */
export function secretOfCell(ground: Ground, held: Held, value: string): Secret {
  const { measure } = held.table;
  return {
    name: nameOf(held),
    units: held.units,
    places: placesOf(ground, measure, value),
    need: thresholdOf(measure, value),
    value,
    measure,
    tables: [held],
  };
}

/** Everything that must stay open beside what is published now. */
export function secretsOfAll(sums: Sums, protections: Protections): Secret[] {
  return [
    ...sums.tables.flatMap((held) =>
      held.sums.flatMap(({ value, isShown }) =>
        isShown || value === null ? [] : [secretOfCell(sums.ground, held, value)],
      ),
    ),
    ...differencesOf(sums, protections),
    ...restsOf(sums, protections),
  ];
}
