import { columnKey, findColumn } from './column-names.ts';
import { SheetRefused, type Sheet } from './types.ts';

/** The columns of an import, each with the other names that lists give it; the first one present wins. */
export type Columns = Record<string, readonly string[]>;
/** Which column of a list is which of the import, as who brings it says. */
export type ColumnMap = Record<string, string | undefined>;

/** Which of a header's names is each column of an import, by the map first, then by its own names. */
export function matchColumns(
  header: string[],
  columns: Columns,
  map: ColumnMap = {},
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [column, wanted] of Object.entries(map)) {
    if (wanted === undefined || wanted === '') continue;
    const name = findColumn(header, wanted);
    if (name === undefined)
      throw new SheetRefused({ line: 1, key: 'header.unknown', params: { name: wanted } });
    found.set(column, name);
  }
  const taken = new Set(found.values());
  const free = header.filter((name) => !taken.has(name));
  for (const [column, others] of Object.entries(columns)) {
    if (column in map) continue;
    const name = findColumn(free, column, ...others);
    if (name === undefined || taken.has(name)) continue;
    found.set(column, name);
    taken.add(name);
  }
  return found;
}

/**
 * The same table with the import's own names on its columns; what it does not know keeps its name. A column
 * that the map put another in place of is left out.
 */
export function nameColumns(sheet: Sheet, columns: Columns, map: ColumnMap = {}): Sheet {
  const found = matchColumns(sheet.header, columns, map);
  const nameOf = new Map([...found].map(([column, name]) => [name, column]));
  const own = new Set(found.keys());
  const names = sheet.header.flatMap((name) => {
    const named = nameOf.get(name);
    if (named !== undefined) return [[name, named] as const];
    return own.has(name) || own.has(columnKey(name)) ? [] : [[name, name] as const];
  });
  return {
    ...sheet,
    header: names.map(([, named]) => named),
    rows: sheet.rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(names.map(([name, named]) => [named, cells[name] ?? ''])),
    })),
  };
}

/** Refuses a table that lacks columns which the import cannot do without. */
export function requireColumns(sheet: Sheet, ...needed: string[]): void {
  const missing = needed.filter((name) => !sheet.header.includes(name));
  if (missing.length > 0)
    throw new SheetRefused(
      ...missing.map((name) => ({
        line: sheet.headerLine,
        key: 'header.missing' as const,
        params: { name },
      })),
    );
}
