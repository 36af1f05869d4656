import { ageBands, type Measure } from '#app/domains/declarations/measures.ts';
import type { ExactTable } from './protection.ts';
import { populationsOf, unanswered } from './rules.ts';
import { finestOf } from './system.ts';
import type { TallyRow } from './tally.ts';
import { exactOf, type Ground } from './units.ts';

/** A meeting as it was counted, once: the scopes that it counted for then, and its counts. */
export type Counted = { id: string; scopes: string[] };
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

/**
 * The exact tables of some measures over every scope that the meetings count for; a population that
 * counts nobody has none.
 */
export function tablesOf(
  meetings: readonly Tallied[],
  ground: Ground,
  family: readonly Measure[],
  catalogues: Catalogues,
): ExactTable[] {
  const scopes = new Map<string, string[]>();
  for (const { id, scopes: own } of meetings)
    for (const scope of own) scopes.set(scope, [...(scopes.get(scope) ?? []), id]);
  return family.flatMap((measure) => {
    // A code that left the catalogue since it was answered is still counted.
    const listed = valuesOf(measure, catalogues);
    const others =
      measure === 'organizacion'
        ? []
        : ground.values.filter((value) => value !== unanswered && !listed.includes(value));
    const values = [...listed, ...others, unanswered];
    return [...scopes].flatMap(([scope, counted]) =>
      populationsOf(scope).flatMap((population): ExactTable[] => {
        const table = exactOf(ground, {
          key: `${scope} ${population} ${measure}`,
          scope,
          population,
          measure,
          people: 0,
          counted,
          cells: values.map((value) => ({ value, people: 0 })),
        });
        const people = table.cells.reduce((sum, cell) => sum + cell.people, 0);
        return people === 0 ? [] : [{ ...table, people }];
      }),
    );
  });
}

/** What the finest measure of a family lists. */
export function listedOf(family: readonly Measure[], catalogues: Catalogues): readonly string[] {
  return valuesOf(finestOf(family), catalogues);
}
