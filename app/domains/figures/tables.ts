import { ageBands, type Measure } from '#app/domains/declarations/measures.ts';
import type { ExactTable } from './protect-tables.server.ts';
import type { CountedMeeting } from './protection.ts';
import { populationsOf, scopesOf, unanswered, type Population } from './rules.ts';
import type { TallyRow } from './tally.ts';

/** A meeting that is counted, with the version of its counts; and with the counts themselves. */
export type Counted = {
  id: string;
  version: number;
  kind: string;
  startsAt: Date;
  commitments: string[];
};
export type Tallied = Counted & { rows: TallyRow[] };

/** The values that a table of a measure lists, in their order; catalogues say the rest. */
const fixedValues: Partial<Record<Measure, readonly string[]>> = {
  genero: ['mujeres', 'hombres', 'otras'],
  edad: ageBands,
  discapacidad: ['si', 'no'],
  cuida: ['si', 'no'],
  etnia: ['si', 'no'],
  victima: ['si', 'no'],
  organizacion: ['si', 'no'],
  canal: ['web', 'papel', 'telefono', 'puerta'],
};

export type Catalogues = { localidad: string[]; organizacion_tipo: string[]; como_supo: string[] };

export function valuesOf(measure: Measure, catalogues: Catalogues): readonly string[] {
  return fixedValues[measure] ?? catalogues[measure as keyof Catalogues];
}

const countOf = (
  meeting: Tallied,
  population: Population,
  measure: Measure,
  value?: string,
): number =>
  meeting.rows.reduce(
    (sum, row) =>
      sum +
      (row.population === population &&
      row.measure === measure &&
      (value === undefined || row.value === value)
        ? row.people
        : 0),
    0,
  );

/**
 * The exact tables of some measures over every scope that the meetings count for; a population that
 * counts nobody has none.
 */
export function tablesOf(
  meetings: readonly Tallied[],
  phases: Parameters<typeof scopesOf>[1],
  family: readonly Measure[],
  catalogues: Catalogues,
): ExactTable[] {
  const scopes = new Map<string, Tallied[]>();
  for (const meeting of meetings)
    for (const scope of scopesOf(meeting, phases))
      scopes.set(scope, [...(scopes.get(scope) ?? []), meeting]);
  return family.flatMap((measure) =>
    [...scopes].flatMap(([scope, counted]) =>
      populationsOf(scope).flatMap((population): ExactTable[] => {
        const listed = valuesOf(measure, catalogues);
        // A code that left the catalogue since it was answered is still counted.
        const others = new Set(
          counted.flatMap(({ rows }) =>
            rows.flatMap((row) =>
              row.measure === measure && row.value !== unanswered && !listed.includes(row.value)
                ? [row.value]
                : [],
            ),
          ),
        );
        const cells = [...listed, ...[...others].sort(), unanswered].map((value) => ({
          value,
          people: counted.reduce(
            (sum, meeting) => sum + countOf(meeting, population, measure, value),
            0,
          ),
        }));
        const people = cells.reduce((sum, cell) => sum + cell.people, 0);
        if (people === 0) return [];
        const parts = counted.map((meeting): CountedMeeting => ({
          id: meeting.id,
          version: meeting.version,
          people: population === 'aportaron' ? null : countOf(meeting, population, measure),
        }));
        return [
          {
            key: `${scope} ${population} ${measure}`,
            scope,
            population,
            measure,
            people,
            meetings: parts,
            cells,
          },
        ];
      }),
    ),
  );
}
