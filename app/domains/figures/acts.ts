import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Candidates } from './prepare-tables.server.ts';
import type { Table } from './protection.ts';
import type { Population } from './rules.ts';
import { rowsOf, type Present, type TallyRow } from './tally.ts';
import { groundOf, type Part, type Source } from './units.ts';

/** People who act on ideas, as they are counted: by batches, and behind each proposal. */

/** Those who act under what their account says of itself: the least that tells who is missing. */
export const actMeasures: readonly Measure[] = ['genero', 'edad', 'localidad'];

/**
 * From how many new people on a batch is counted in, how old their accounts are, and how many support
 * without standing behind a proposal, where several are counted.
 */
export type BatchRule = { least: number; days: number; outside: number };

/** Fewer would tell who is new, and so would accounts made for it. */
export const batchRule: BatchRule = { least: 10, days: 7, outside: 10 };

export type Batch = { id: string; population: 'proponen' | 'apoyan'; until: Date };

/** How many of a batch, or of those of it behind a proposal, said what. */
export type ActCount = {
  batchId: string;
  proposalId: string | null;
  measure: Measure;
  value: string;
  people: number;
};

/** The counts of some people. */
export function actCountsOf(
  people: readonly Pick<Present, 'answers' | 'year'>[],
  batchId: string,
  proposalId: string | null,
): ActCount[] {
  return rowsOf('', people, actMeasures).map(({ measure, value, people: count }) => ({
    batchId,
    proposalId,
    measure,
    value,
    people: count,
  }));
}

/** What can be subtracted from what: the tables, and the units that they are sums of. */
type Problem = Omit<Candidates, 'exacts'>;

const rowsIn = (counts: readonly ActCount[], part: Part): TallyRow<Part>[] =>
  counts.map(({ measure, value, people }) => ({ part, measure, value, people }));

/**
 * A batch in its parts: those behind the proposal, and the others. What an account said may have
 * been taken back in between; then those behind it cannot be told among the batch any more.
 */
function splitBatch(all: readonly ActCount[], backing: readonly ActCount[]): TallyRow<Part>[] {
  const of = new Map(backing.map(({ value, people }) => [value, people]));
  const isPart = backing.every(
    ({ value, people }) => people <= (all.find((each) => each.value === value)?.people ?? 0),
  );
  if (!isPart) return [...rowsIn(all, 'apoyan'), ...rowsIn(backing, 'respaldan')];
  return [
    ...rowsIn(
      all.map((count) => ({ ...count, people: count.people - (of.get(count.value) ?? 0) })),
      'apoyan',
    ),
    ...rowsIn(backing, 'apoyan_y_respaldan'),
  ].filter(({ people }) => people > 0);
}

/**
 * The problems of one measure: those who write by themselves; those who support, by themselves and
 * beside those behind each proposal, whom they hold.
 */
export function problemsOf(
  batches: readonly Batch[],
  counts: readonly ActCount[],
  measure: Measure,
  listed: readonly string[],
  published: readonly Table[],
): { authors: Problem; supporters: Problem; proposals: Map<string, Problem> } {
  const own = counts.filter((count) => count.measure === measure);
  const batchesOf = (population: Batch['population'], proposalId: string | null): Source[] =>
    batches.flatMap((batch) => {
      if (batch.population !== population) return [];
      const of = own.filter(({ batchId }) => batchId === batch.id);
      const all = of.filter((count) => count.proposalId === null);
      const backing = of.filter((count) => count.proposalId === proposalId && proposalId !== null);
      const rows = population === 'apoyan' ? splitBatch(all, backing) : rowsIn(all, 'proponen');
      return [{ id: batch.id, rows }];
    });
  const tables = (population: Population, scope = 'plan') =>
    published.filter(
      (table) =>
        table.measure === measure && table.population === population && table.scope === scope,
    );
  const proposals = [...new Set(own.flatMap(({ proposalId }) => proposalId ?? []))];
  return {
    authors: {
      ground: groundOf(batchesOf('proponen', null), measure, listed),
      published: tables('proponen'),
    },
    supporters: {
      ground: groundOf(batchesOf('apoyan', null), measure, listed),
      published: tables('apoyan'),
    },
    proposals: new Map(
      proposals.map((id) => {
        return [
          id,
          {
            ground: groundOf(batchesOf('apoyan', id), measure, listed),
            published: [...tables('apoyan'), ...tables('respaldan', `propuesta:${id}`)],
          },
        ];
      }),
    ),
  };
}
