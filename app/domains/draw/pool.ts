import { withoutAccents } from '#app/kernel/accents.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';

/**
 * The people of a draw as the method sees them: quotas, and types of people who are alike in all
 * that quotas speak of.
 */

type Row = { line: number; cells: Record<string, string> };
type Table = { header: string[]; rows: Row[] };
type Problem = { archivo: string; linea: number; motivo: string };

export type Quota = { feature: string; value: string; min: number; max: number };

/**
 * `types` holds the sorted ids of each type; a quota lists the types that count for it. Everything
 * is in an order that depends on what the files say and not on the order of their rows, so the same
 * people give the same lottery.
 */
export type Pool = { size: number; types: string[][]; quotas: (Quota & { types: number[] })[] };

/** Order by code units: the same on every machine and in every language. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A value as it is compared: lists are typed by hand, and one word in another case, without its
 * accents or with other spaces is the same word.
 */
const folded = (value: string): string =>
  withoutAccents(value.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '');

const pairOf = (feature: string, value: string): string => JSON.stringify([feature, folded(value)]);

/** What stands for no value, beside a blank cell. */
const noValue = folded('sin dato');

const limit = 1_000_000;

function readCount(text: string): number | null {
  const count = readWhole(text);
  return count !== null && count <= limit ? count : null;
}

/** The columns of a file of quotas with other names that they have. */
export const quotaColumns = {
  feature: ['caracteristica'],
  value: ['valor'],
  min: ['minimo'],
  max: ['maximo'],
  category: [],
} as const;

/** Which columns say feature and value: `category,feature,min,max` is an older habit of the field. */
function namesIn({ header }: Pick<Table, 'header'>): { feature: string; value: string } {
  return !header.includes('value') && header.includes('category')
    ? { feature: 'category', value: 'feature' }
    : { feature: 'feature', value: 'value' };
}

/** The features that a file of quotas speaks of, as it writes them. */
export function featuresOf(quotas: Table): string[] {
  const { feature } = namesIn(quotas);
  return [...new Set(quotas.rows.map(({ cells }) => (cells[feature] ?? '').trim()))].filter(
    Boolean,
  );
}

/**
 * The quotas of a file `feature,value,min,max`. The older habit of the field,
 * `category,feature,min,max`, says the same: there the feature is called category and its value
 * feature.
 */
export function readQuotas(
  table: Table,
  file: string,
): { quotas: (Quota & { line: number })[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (linea: number, motivo: string) =>
    void problems.push({ archivo: file, linea, motivo });
  const columns = namesIn(table);
  const missing = [columns.feature, columns.value, 'min', 'max'].filter(
    (name) => !table.header.includes(name),
  );
  if (missing.length > 0) {
    refuse(1, `Falta la columna ${missing.join(', ')}; se espera feature,value,min,max.`);
    return { quotas: [], problems };
  }
  const quotas: (Quota & { line: number })[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const cell = (column: string) => (cells[column] ?? '').trim();
    const feature = cell(columns.feature);
    const value = cell(columns.value);
    const min = readCount(cell('min'));
    const max = readCount(cell('max'));
    const key = pairOf(feature, value);
    if (!feature) refuse(line, 'Falta la característica (feature).');
    else if (!value)
      refuse(line, 'Falta el valor (value): quien no tiene dato no cumple ninguna cuota.');
    else if (min === null || max === null)
      refuse(line, 'El mínimo y el máximo son números enteros desde 0.');
    else if (min > max) refuse(line, `El mínimo (${min}) es mayor que el máximo (${max}).`);
    else if (seen.has(key))
      refuse(line, `La cuota de «${feature}» = «${value}» ya está en la línea ${seen.get(key)}.`);
    else {
      seen.set(key, line);
      quotas.push({ feature, value, min, max, line });
    }
  }
  if (quotas.length === 0 && problems.length === 0) refuse(1, 'No hay cuotas.');
  return { quotas, problems };
}

/**
 * The ids of a file of people: the column asked for, else `id`, else the number of the row,
 * counting people from 1.
 */
function idsOf(
  table: Table,
  file: string,
  column: string | undefined,
): { ids: string[]; problems: Problem[] } {
  if (column !== undefined && !table.header.includes(column))
    return {
      ids: [],
      problems: [{ archivo: file, linea: 1, motivo: `No hay una columna «${column}».` }],
    };
  const name = column ?? (table.header.includes('id') ? 'id' : undefined);
  if (name === undefined)
    return { ids: table.rows.map((_, index) => String(index + 1)), problems: [] };
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  const ids = table.rows.map(({ line, cells }) => {
    const id = (cells[name] ?? '').trim();
    if (!id)
      problems.push({ archivo: file, linea: line, motivo: `La persona no tiene «${name}».` });
    else if (seen.has(id))
      problems.push({
        archivo: file,
        linea: line,
        motivo: `«${id}» ya está en la línea ${seen.get(id)}.`,
      });
    else seen.set(id, line);
    return id;
  });
  return { ids, problems };
}

type ReadQuotas = ReturnType<typeof readQuotas>['quotas'];
type People = { table: Table; file: string };

/**
 * What each person has of the features that quotas speak of, in the quotas' spelling; blank where
 * there is no value. A value that no quota names is a mistake in one of the files: whoever has it
 * would fulfil no quota, and nobody would notice.
 */
function valuesOf(
  { table, file }: People,
  quotas: ReadQuotas,
  features: string[],
): { values: string[][]; problems: Problem[] } {
  const named = new Map(quotas.map(({ feature, value }) => [pairOf(feature, value), value]));
  const unnamed = new Map<string, { line: number; pair: string; people: number }>();
  const values = table.rows.map(({ line, cells }) =>
    features.map((feature) => {
      const value = (cells[feature] ?? '').trim();
      const key = pairOf(feature, value);
      const known = named.get(key);
      if (known !== undefined) return known;
      if (folded(value) === '' || folded(value) === noValue) return '';
      const found = unnamed.get(key) ?? { line, pair: `«${feature}» = «${value}»`, people: 0 };
      found.people += 1;
      unnamed.set(key, found);
      return '';
    }),
  );
  const problems = [...unnamed.values()].map(({ line, pair, people }) => ({
    archivo: file,
    linea: line,
    motivo:
      `Ninguna cuota nombra ${pair} (personas: ${people}). ` +
      'Corrige el valor, agrega su cuota o escribe «sin dato».',
  }));
  return { values, problems };
}

/** People who are alike in all that quotas name, in one order. */
function typesOf(values: string[][], ids: string[]): { values: string[]; members: string[] }[] {
  const types = new Map<string, { values: string[]; members: string[] }>();
  for (const [index, id] of ids.entries()) {
    const own = values[index] ?? [];
    const key = JSON.stringify(own);
    const type = types.get(key) ?? { values: own, members: [] };
    type.members.push(id);
    types.set(key, type);
  }
  return [...types.entries()].sort(([a], [b]) => byCodeUnits(a, b)).map(([, type]) => type);
}

/** What is wrong with two files together: columns that are not there, too few people. */
function problemsTogether(
  people: People,
  quotas: { read: ReadQuotas; file: string },
  size: number,
): Problem[] {
  const known = new Set(people.table.header);
  const firstOf = new Map([...quotas.read].reverse().map(({ feature, line }) => [feature, line]));
  const problems = [...firstOf]
    .filter(([feature]) => !known.has(feature))
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([feature, linea]) => ({
      archivo: quotas.file,
      linea,
      motivo: `Las personas no tienen una columna «${feature}».`,
    }));
  const count = people.table.rows.length;
  if (count === 0) problems.push({ archivo: people.file, linea: 1, motivo: 'No hay personas.' });
  else if (size > count)
    problems.push({
      archivo: people.file,
      linea: 0,
      motivo: `Se piden ${size} personas y hay ${count}.`,
    });
  return problems;
}

/**
 * Puts people into types. Only what quotas speak of tells people apart: whoever has no value fulfils
 * no quota of that feature, and LEXIMIN gives the same probability to all who are alike in this.
 */
export function buildPool(
  people: People,
  quotas: { table: Table; file: string },
  size: number,
  idColumn?: string,
): { pool: Pool | null; problems: Problem[] } {
  const { quotas: read, problems } = readQuotas(quotas.table, quotas.file);
  const { ids, problems: ofIds } = idsOf(people.table, people.file, idColumn);
  problems.push(...ofIds, ...problemsTogether(people, { read, file: quotas.file }, size));
  if (problems.length > 0) return { pool: null, problems };
  const features = [...new Set(read.map((quota) => quota.feature))].sort(byCodeUnits);
  const { values, problems: unnamed } = valuesOf(people, read, features);
  if (unnamed.length > 0) return { pool: null, problems: unnamed };
  const types = typesOf(values, ids);
  const sorted = read
    .map(({ feature, value, min, max }) => ({ feature, value, min, max }))
    .sort((a, b) => byCodeUnits(a.feature, b.feature) || byCodeUnits(a.value, b.value));
  const pool = {
    size,
    types: types.map(({ members }) => members.sort(byCodeUnits)),
    quotas: sorted.map((quota) => ({
      ...quota,
      types: types.flatMap((type, t) =>
        type.values[features.indexOf(quota.feature)] === quota.value ? [t] : [],
      ),
    })),
  };
  return { pool, problems };
}

/** The rows that make a vector of counts a panel: its size and every quota. */
export function panelRows(
  pool: Pool,
): { lower: number; upper: number; indices: number[]; values?: number[] }[] {
  return [
    { lower: pool.size, upper: pool.size, indices: pool.types.map((_, t) => t) },
    ...pool.quotas.map(({ min, max, types }) => ({ lower: min, upper: max, indices: types })),
  ];
}

/** The same people with quotas that gave way. */
export function loosened(
  pool: Pool,
  changes: (Quota & { newMin: number; newMax: number })[],
): Pool {
  const quotas = pool.quotas.map((quota) => {
    const change = changes.find(
      ({ feature, value }) => feature === quota.feature && value === quota.value,
    );
    return change ? { ...quota, min: change.newMin, max: change.newMax } : quota;
  });
  return { ...pool, quotas };
}
