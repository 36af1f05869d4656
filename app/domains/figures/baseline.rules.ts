import { dayText, readDay } from '#app/platform/spreadsheets/cells.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import type { Sheet, SheetProblem, SheetRow } from '#app/platform/spreadsheets/types.ts';
import { measures, type Measure } from '#app/domains/declarations/measures.ts';
import { territories, type Territory } from './types.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';

/** One group of the population: its share, and where that comes from. */
export type Baseline = {
  measure: Measure;
  value: string;
  share: number;
  persons: number | null;
  definition: string;
  asOf: string;
  source: string;
  territory: Territory;
};

export const baselineColumns = [
  'variable',
  'valor',
  'participacion',
  'personas',
  'definicion',
  'fecha',
  'fuente',
] as const;
/** Whose population a row is of; a file without it speaks of the city. */
export const territoryColumn = 'territorio';

/** The columns of the file with other names that they have. */
export const baselineFileColumns = {
  variable: [],
  valor: [],
  participacion: ['proporcion'],
  personas: ['poblacion'],
  definicion: [],
  fecha: ['corte'],
  fuente: [],
  [territoryColumn]: [],
} as const;

type Problem = Omit<SheetProblem, 'line'>;
type Refuse = (line: number, why: Problem) => void;
/** The value of a variable that a cell names, or null. */
type Resolve = (measure: Measure, text: string) => string | null;

/** A row as it is written: its share may be still to be counted. */
type Row = Omit<Baseline, 'share'> & { share: number | null; line: number };

/** A share as people write it: `0,522`, `0.522` or `52,2 %`. */
function readShare(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(plain);
  if (!match) return null;
  const share = Number(match[1]) / (match[2] ? 100 : 1);
  return share <= 1 ? share : null;
}

/** A number of people, with or without signs between thousands; NaN when it is none. */
function readPersons(text: string): number | null {
  if (text === '') return null;
  const persons = readWhole(text);
  return persons !== null && persons < 1_000_000_000 ? persons : Number.NaN;
}

const keyOf = ({ measure, value }: Pick<Row, 'measure' | 'value'>) => `${measure} ${value}`;

/** One row of the file, or the first thing wrong with it; `seen` holds the lines of those before. */
function readRow(
  { line, cells }: SheetRow,
  resolve: Resolve,
  seen: ReadonlyMap<string, number>,
): Row | Problem {
  const text = (name: (typeof baselineColumns)[number]) => (cells[name] ?? '').trim();
  const wrong = (
    column: (typeof baselineColumns)[number] | typeof territoryColumn,
    key: SheetProblem['key'],
    params?: SheetProblem['params'],
  ): Problem => ({ column, key, params });
  const measure = measures.find((each) => columnKey(each) === columnKey(text('variable')));
  const share = text('participacion') === '' ? null : readShare(text('participacion'));
  const persons = readPersons(text('personas'));
  if (!measure) return wrong('variable', 'baseline.variable', { text: text('variable') });
  const value = resolve(measure, text('valor'));
  if (value === null)
    return wrong('valor', 'baseline.value', { text: text('valor'), variable: measure });
  const key = keyOf({ measure, value });
  const before = seen.get(key);
  if (before !== undefined) return wrong('valor', 'baseline.repeated', { text: key, line: before });
  if (text('participacion') !== '' && share === null)
    return wrong('participacion', 'baseline.share');
  if (Number.isNaN(persons)) return wrong('personas', 'baseline.persons');
  if (share === null && persons === null) return wrong('participacion', 'baseline.nothing');
  const day = readDay(text('fecha'));
  if (!day) return wrong('fecha', 'cell.day');
  const [source, definition] = [text('fuente'), text('definicion')];
  if (!source) return wrong('fuente', 'baseline.source');
  if (!definition) return wrong('definicion', 'baseline.definition');
  const where = columnKey(cells[territoryColumn] ?? '') || 'ciudad';
  const territory = territories.find((each) => each === where);
  if (!territory) return wrong(territoryColumn, 'baseline.territory');
  return {
    measure,
    value,
    share,
    persons,
    definition,
    asOf: dayText(day),
    source,
    territory,
    line,
  };
}

/** The rows of one variable, counts as shares of their sum. */
function sharesOf(measure: Measure, rows: readonly Row[], refuse: Refuse): Baseline[] {
  const total = rows.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
  const hasShares = rows.some(({ share }) => share !== null);
  const params = { variable: measure };
  const shareOf = ({ line, share, persons }: Row): number => {
    if (share !== null) return share;
    if (hasShares) refuse(line, { column: 'participacion', key: 'baseline.mixed', params });
    else if (total === 0) refuse(line, { column: 'personas', key: 'baseline.zero', params });
    return hasShares || total === 0 ? 0 : (persons ?? 0) / total;
  };
  const shared = rows.map((row): Baseline => {
    const { line: _, ...kept } = row;
    return { ...kept, share: shareOf(row) };
  });
  if (shared.reduce((sum, { share }) => sum + share, 0) > 1.001)
    refuse(rows[0]?.line ?? 1, { column: 'participacion', key: 'baseline.over', params });
  return shared;
}

/**
 * The population of a file: for each variable either shares or counts. Counts become shares of
 * their sum. Everything wrong is told with its line and column; nothing is guessed.
 */
export function readBaseline(
  table: Pick<Sheet, 'header' | 'headerLine' | 'rows'>,
  resolve: Resolve,
): { rows: Baseline[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const refuse: Refuse = (line, why) => void problems.push({ line, ...why });
  for (const name of baselineColumns)
    if (!table.header.includes(name))
      refuse(table.headerLine, { key: 'header.missing', params: { name } });
  if (problems.length > 0) return { rows: [], problems };
  const seen = new Map<string, number>();
  const rows: Row[] = [];
  for (const each of table.rows) {
    const row = readRow(each, resolve, seen);
    if ('key' in row) refuse(each.line, row);
    else {
      seen.set(keyOf(row), row.line);
      rows.push(row);
    }
  }
  if (table.rows.length === 0) refuse(table.headerLine, { key: 'rows.none' });
  const named = [...new Set(rows.map(({ measure }) => measure))];
  const shares = named.flatMap((measure) =>
    sharesOf(
      measure,
      rows.filter((row) => row.measure === measure),
      refuse,
    ),
  );
  return { rows: problems.length > 0 ? [] : shares, problems };
}
