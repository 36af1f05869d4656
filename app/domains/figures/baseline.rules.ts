import { isCalendarDay } from '#app/kernel/day.ts';
import { measures, type Measure } from '#app/domains/declarations/measures.ts';
import { territories, type Territory } from './types.ts';

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

type Problem = { archivo: string; linea: number; motivo: string };
type Refuse = (line: number, why: string) => void;
type Known = (measure: Measure, value: string) => boolean;
type Line = { line: number; cells: Record<string, string> };

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

/** A number of people, with or without dots between thousands; NaN when it is none. */
function readPersons(text: string): number | null {
  if (text === '') return null;
  const digits = text.replaceAll('.', '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** One row of the file, or the first thing wrong with it; `seen` holds the lines of those before. */
function readRow(
  { line, cells }: Line,
  known: Known,
  seen: ReadonlyMap<string, number>,
): Row | string {
  const text = (name: (typeof baselineColumns)[number]) => (cells[name] ?? '').trim();
  const value = text('valor');
  const measure = measures.find((each) => each === text('variable'));
  const share = text('participacion') === '' ? null : readShare(text('participacion'));
  const persons = readPersons(text('personas'));
  if (!measure) return `«${text('variable')}» no es una variable.`;
  if (!known(measure, value)) return `«${value}» no es un valor de «${measure}».`;
  const key = keyOf({ measure, value });
  if (seen.has(key)) return `«${key}» ya está en la línea ${seen.get(key)}.`;
  if (text('participacion') !== '' && share === null)
    return 'La participación va de 0 a 1, o en porcentaje: 0,522 o 52,2 %.';
  if (Number.isNaN(persons)) return 'Las personas son un número entero.';
  if (share === null && persons === null) return 'Falta la participación o el número de personas.';
  const asOf = text('fecha');
  if (!isCalendarDay(asOf)) return 'La fecha se escribe como 2018-12-31.';
  const [source, definition] = [text('fuente'), text('definicion')];
  if (!source) return 'Falta la fuente.';
  if (!definition) return 'Falta la definición.';
  const where = (cells[territoryColumn] ?? '').trim() || 'ciudad';
  const territory = territories.find((each) => each === where);
  if (!territory) return 'El territorio es «ciudad» o «pais».';
  return { measure, value, share, persons, definition, asOf, source, territory, line };
}

const keyOf = ({ measure, value }: Pick<Row, 'measure' | 'value'>) => `${measure} ${value}`;

/** The rows of one variable, counts as shares of their sum. */
function sharesOf(measure: Measure, rows: readonly Row[], refuse: Refuse): Baseline[] {
  const total = rows.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
  const hasShares = rows.some(({ share }) => share !== null);
  const shareOf = ({ line, share, persons }: Row): number => {
    if (share !== null) return share;
    if (hasShares) refuse(line, `En «${measure}» unas filas traen participación y otras no.`);
    else if (total === 0) refuse(line, `Las personas de «${measure}» suman 0.`);
    return hasShares || total === 0 ? 0 : (persons ?? 0) / total;
  };
  const shared = rows.map((row): Baseline => {
    const { line: _, ...kept } = row;
    return { ...kept, share: shareOf(row) };
  });
  if (shared.reduce((sum, { share }) => sum + share, 0) > 1.001)
    refuse(rows[0]?.line ?? 1, `Las participaciones de «${measure}» suman más de 1.`);
  return shared;
}

/**
 * The population of a file: for each variable either shares or counts. Counts become shares of
 * their sum. Everything wrong is told with its line; nothing is guessed.
 */
export function readBaseline(
  table: { header: string[]; rows: Line[] },
  file: string,
  known: Known,
): { rows: Baseline[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse: Refuse = (linea, motivo) => void problems.push({ archivo: file, linea, motivo });
  const missing = baselineColumns.filter((name) => !table.header.includes(name));
  if (missing.length > 0) {
    refuse(1, `Falta la columna ${missing.join(', ')}.`);
    return { rows: [], problems };
  }
  const seen = new Map<string, number>();
  const rows: Row[] = [];
  for (const each of table.rows) {
    const row = readRow(each, known, seen);
    if (typeof row === 'string') refuse(each.line, row);
    else {
      seen.set(keyOf(row), row.line);
      rows.push(row);
    }
  }
  if (table.rows.length === 0) refuse(1, 'El archivo no tiene filas.');
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
