import { measures, type Measure } from '#app/domains/declarations/measures.ts';

/** One group of the population: its share, and where that comes from. */
export type Baseline = {
  measure: Measure;
  value: string;
  share: number;
  persons: number | null;
  definition: string;
  asOf: string;
  source: string;
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

type Problem = { archivo: string; linea: number; motivo: string };

/** A share as people write it: `0,522`, `0.522` or `52,2 %`. */
function readShare(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(plain);
  if (!match) return null;
  const share = Number(match[1]) / (match[2] ? 100 : 1);
  return share <= 1 ? share : null;
}

/**
 * The population of a file: for each variable either shares or counts. Counts become shares of
 * their sum. Everything wrong is told with its line; nothing is guessed.
 */
export function readBaseline(
  table: { header: string[]; rows: { line: number; cells: Record<string, string> }[] },
  file: string,
  known: (measure: Measure, value: string) => boolean,
): { rows: Baseline[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (linea: number, motivo: string) =>
    void problems.push({ archivo: file, linea, motivo });
  const missing = baselineColumns.filter((name) => !table.header.includes(name));
  if (missing.length > 0) {
    refuse(1, `Falta la columna ${missing.join(', ')}.`);
    return { rows: [], problems };
  }
  const seen = new Map<string, number>();
  const rows: (Omit<Baseline, 'share'> & { share: number | null; line: number })[] = [];
  for (const { line, cells } of table.rows) {
    const text = (name: (typeof baselineColumns)[number]) => (cells[name] ?? '').trim();
    const measure = measures.find((each) => each === text('variable'));
    const key = `${text('variable')} ${text('valor')}`;
    const share = text('participacion') === '' ? null : readShare(text('participacion'));
    const persons =
      text('personas') === ''
        ? null
        : /^\d{1,9}$/.test(text('personas').replaceAll('.', ''))
          ? Number(text('personas').replaceAll('.', ''))
          : Number.NaN;
    if (!measure) refuse(line, `«${text('variable')}» no es una variable.`);
    else if (!known(measure, text('valor')))
      refuse(line, `«${text('valor')}» no es un valor de «${measure}».`);
    else if (seen.has(key)) refuse(line, `«${key}» ya está en la línea ${seen.get(key)}.`);
    else if (text('participacion') !== '' && share === null)
      refuse(line, 'La participación va de 0 a 1, o en porcentaje: 0,522 o 52,2 %.');
    else if (Number.isNaN(persons)) refuse(line, 'Las personas son un número entero.');
    else if (share === null && persons === null)
      refuse(line, 'Falta la participación o el número de personas.');
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(text('fecha')) || Number.isNaN(Date.parse(text('fecha'))))
      refuse(line, 'La fecha se escribe como 2018-12-31.');
    else if (!text('fuente')) refuse(line, 'Falta la fuente.');
    else if (!text('definicion')) refuse(line, 'Falta la definición.');
    else {
      seen.set(key, line);
      rows.push({
        measure,
        value: text('valor'),
        share,
        persons,
        definition: text('definicion'),
        asOf: text('fecha'),
        source: text('fuente'),
        line,
      });
    }
  }
  if (table.rows.length === 0) refuse(1, 'El archivo no tiene filas.');
  for (const measure of new Set(rows.map((row) => row.measure))) {
    const own = rows.filter((row) => row.measure === measure);
    const total = own.reduce((sum, row) => sum + (row.persons ?? 0), 0);
    const hasShares = own.some(({ share }) => share !== null);
    for (const row of own) {
      if (row.share !== null) continue;
      if (hasShares) refuse(row.line, `En «${measure}» unas filas traen participación y otras no.`);
      else if (total === 0) refuse(row.line, `Las personas de «${measure}» suman 0.`);
      else row.share = row.persons! / total;
    }
    const sum = own.reduce((all, row) => all + (row.share ?? 0), 0);
    if (sum > 1.001) refuse(own[0]!.line, `Las participaciones de «${measure}» suman más de 1.`);
  }
  return {
    rows:
      problems.length > 0
        ? []
        : rows.map(({ line: _, share, ...row }) => ({ ...row, share: share! })),
    problems,
  };
}
