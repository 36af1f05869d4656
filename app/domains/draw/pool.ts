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

const limit = 1_000_000;

function readCount(text: string): number | null {
  return /^\d{1,7}$/.test(text) && Number(text) <= limit ? Number(text) : null;
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
  const older = !table.header.includes('value') && table.header.includes('category');
  const [featureColumn, valueColumn] = older ? ['category', 'feature'] : ['feature', 'value'];
  const missing = [featureColumn!, valueColumn!, 'min', 'max'].filter(
    (name) => !table.header.includes(name),
  );
  if (missing.length > 0) {
    refuse(1, `Falta la columna ${missing.join(', ')}; se espera feature,value,min,max.`);
    return { quotas: [], problems };
  }
  const quotas: (Quota & { line: number })[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const feature = cells[featureColumn!]!.trim();
    const value = cells[valueColumn!]!.trim();
    const min = readCount(cells['min']!.trim());
    const max = readCount(cells['max']!.trim());
    const key = JSON.stringify([feature, value]);
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
    const id = cells[name]!.trim();
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

/** People who are alike in all that quotas name, in one order; and how many have what none names. */
function typesOf(
  people: Table,
  read: ReturnType<typeof readQuotas>['quotas'],
  features: string[],
  ids: string[],
) {
  const sorted = read
    .map(({ feature, value, min, max }) => ({ feature, value, min, max }))
    .sort((a, b) => byCodeUnits(a.feature, b.feature) || byCodeUnits(a.value, b.value));
  const named = new Set(sorted.map(({ feature, value }) => JSON.stringify([feature, value])));
  const unnamed = new Map<string, number>();
  const types = new Map<string, { values: string[]; members: string[] }>();
  people.rows.forEach(({ cells }, index) => {
    const values = features.map((feature) => {
      const value = cells[feature]!.trim();
      const pair = JSON.stringify([feature, value]);
      if (named.has(pair)) return value;
      if (value !== '') unnamed.set(pair, (unnamed.get(pair) ?? 0) + 1);
      return '';
    });
    const key = JSON.stringify(values);
    const type = types.get(key) ?? { values, members: [] };
    type.members.push(ids[index]!);
    types.set(key, type);
  });
  const ordered = [...types.entries()]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, type]) => type);
  const found = [...unnamed.entries()]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([pair, count]) => {
      const [feature, value] = JSON.parse(pair) as [string, string];
      return { feature, value, people: count };
    });
  return { sorted, ordered, unnamed: found };
}

/**
 * Puts people into types. Only values that a quota names tell people apart: whoever has no value,
 * or one that no quota names, fulfils no quota of that feature, and LEXIMIN gives the same
 * probability to all who are alike in this.
 */
export function buildPool(
  people: { table: Table; file: string },
  quotas: { table: Table; file: string },
  size: number,
  idColumn?: string,
): {
  pool: Pool | null;
  problems: Problem[];
  unnamed: { feature: string; value: string; people: number }[];
} {
  const { quotas: read, problems } = readQuotas(quotas.table, quotas.file);
  const { ids, problems: idProblems } = idsOf(people.table, people.file, idColumn);
  problems.push(...idProblems);
  const features = [...new Set(read.map((quota) => quota.feature))].sort(byCodeUnits);
  for (const feature of features) {
    if (!people.table.header.includes(feature))
      problems.push({
        archivo: quotas.file,
        linea: read.find((quota) => quota.feature === feature)!.line,
        motivo: `Las personas no tienen una columna «${feature}».`,
      });
  }
  if (people.table.rows.length === 0)
    problems.push({ archivo: people.file, linea: 1, motivo: 'No hay personas.' });
  else if (size > people.table.rows.length)
    problems.push({
      archivo: people.file,
      linea: 0,
      motivo: `Se piden ${size} personas y hay ${people.table.rows.length}.`,
    });
  if (problems.length > 0) return { pool: null, problems, unnamed: [] };

  const { sorted, ordered, unnamed } = typesOf(people.table, read, features, ids);
  return {
    problems,
    unnamed,
    pool: {
      size,
      types: ordered.map(({ members }) => members.sort(byCodeUnits)),
      quotas: sorted.map((quota) => ({
        ...quota,
        types: ordered.flatMap(({ values }, t) =>
          values[features.indexOf(quota.feature)] === quota.value ? [t] : [],
        ),
      })),
    },
  };
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
