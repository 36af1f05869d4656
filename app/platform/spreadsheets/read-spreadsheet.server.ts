import { columnKey, columnLetter } from './column-names.ts';
import { readDelimited } from './read-delimited.server.ts';
import { readOds } from './read-ods.server.ts';
import { readXlsx } from './read-xlsx.server.ts';
import {
  sheetLimits,
  SheetRefused,
  type RawRows,
  type Sheet,
  type SheetLimits,
  type SheetProblem,
} from './types.ts';
import { unpackWorkbook } from './unpack-workbook.server.ts';

export type ReadOptions = {
  limits?: Partial<SheetLimits>;
  /** Whether a name is that of a column of this import: a title above the header has none. */
  isColumn?: (key: string) => boolean;
};

/** Rows in which the header is looked for when the first one is none. */
const headerWithin = 15;

const begins = (bytes: Uint8Array, ...magic: number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

/** The cells of a file, whatever kind of spreadsheet it is: its content says so, not its name. */
async function readRows(bytes: Uint8Array, limits: SheetLimits): Promise<RawRows> {
  if (bytes.length === 0) throw new SheetRefused({ line: 0, key: 'file.empty' });
  if (bytes.length > limits.bytes)
    throw new SheetRefused({
      line: 0,
      key: 'file.heavy',
      params: { max: Math.round(limits.bytes / 1024 / 1024) },
    });
  // Excel before 2007, and any workbook of Excel with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetRefused({ line: 0, key: 'file.old' });
  if (!begins(bytes, 0x50, 0x4b)) return readDelimited(bytes);
  const parts = unpackWorkbook(bytes, limits.bytes * 2);
  if (parts['content.xml']) return readOds(parts, limits);
  if (!parts['[Content_Types].xml']) throw new SheetRefused({ line: 0, key: 'file.kind' });
  return await readXlsx(parts, limits);
}

/**
 * A cell without what spreadsheets add to it: spaces that do not break, the quote before a text that
 * begins like a formula.
 */
function tidyCell(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

/** Cells without the empty ones at their end. */
function withoutEnd(cells: string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}

/** Which of the first rows is the header: the first, unless it names no column and a later one does. */
function headerAt(rows: RawRows, isColumn: ((key: string) => boolean) | undefined): number {
  if (!isColumn) return 0;
  const known = ({ cells }: RawRows[number]) => cells.some((cell) => isColumn(columnKey(cell)));
  return Math.max(0, rows.slice(0, headerWithin).findIndex(known));
}

/** The names of the columns: one without a name that holds something is called by its letter. */
function namesOf(header: string[], rows: RawRows, line: number): (string | null)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const name = (header[index] ?? '').replace(/\s+/g, ' ');
    if (name === '') return null;
    const key = columnKey(name) || name;
    const first = seen.get(key);
    if (first !== undefined)
      throw new SheetRefused({
        line,
        column: columnLetter(index),
        key: 'header.repeated',
        params: { name, first: columnLetter(first), second: columnLetter(index) },
      });
    seen.set(key, index);
    return name;
  });
}

/**
 * Excel leaves out the separators at the end of sixteen rows when the last columns of all of them are
 * empty: then every row of the sixteen has the same cells. Any other short row was broken.
 */
const blockOfRows = 16;

/** Says for each row of a text file whether its cells are all there. */
function wholeRows(raw: RawRows, width: number): (index: number) => boolean {
  const widths = new Map<number, number | null>();
  raw.forEach(({ cells }, index) => {
    if (cells.length === 1 && cells[0] === '') return;
    const block = Math.floor(index / blockOfRows);
    const known = widths.get(block);
    widths.set(block, known === undefined || known === cells.length ? cells.length : null);
  });
  return (index) =>
    (raw[index]?.cells.length ?? 0) >= width ||
    ((widths.get(Math.floor(index / blockOfRows)) ?? 0) > 1 && width > 1);
}

/**
 * The one reader of spreadsheets: CSV in any encoding and with any separator, XLSX and ODS. Empty rows and
 * empty cells at the end are no part of the table; a repeated header refuses it, and a row with cells too
 * many or too few is told with its line and not guessed.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Sheet> {
  const limits = { ...sheetLimits, ...options.limits };
  const raw = await readRows(bytes, limits);
  const isWorkbook = begins(bytes, 0x50, 0x4b);
  const tidy = raw
    .map(({ line, cells }, index) => ({ line, index, cells: withoutEnd(cells.map(tidyCell)) }))
    .filter(({ cells }) => cells.length > 0);
  const at = headerAt(tidy, options.isColumn);
  const head = tidy[at];
  if (!head) throw new SheetRefused({ line: 0, key: 'file.empty' });
  const rows = tidy.slice(at + 1);
  if (rows.length > limits.rows)
    throw new SheetRefused({ line: 0, key: 'file.rows', params: { max: limits.rows } });
  if (head.cells.length > limits.columns)
    throw new SheetRefused({
      line: head.line,
      key: 'file.columns',
      params: { max: columnLetter(limits.columns - 1) },
    });
  const names = namesOf(head.cells, rows, head.line);
  const header = names.filter((name) => name !== null);
  const isWhole = wholeRows(raw, head.cells.length);
  const problems: SheetProblem[] = [];
  const kept = rows.flatMap(({ line, index, cells }) => {
    // In a workbook a cell stands where it stands: nothing beside it can have moved it.
    const problem = isWorkbook ? null : problemOfRow(cells, names, isWhole(index));
    if (problem) problems.push({ line, ...problem });
    if (problem) return [];
    const named = names.flatMap((name, n) => (name === null ? [] : [[name, cells[n] ?? '']]));
    return [{ line, cells: Object.fromEntries(named) as Record<string, string> }];
  });
  return { header, headerLine: head.line, rows: kept, problems };
}

/** What is wrong with the cells of a row: one that no column names, or too few. */
function problemOfRow(
  cells: string[],
  names: (string | null)[],
  isWhole: boolean,
): Omit<SheetProblem, 'line'> | null {
  const stray = cells.findIndex((cell, index) => cell !== '' && (names[index] ?? null) === null);
  const columns = names.filter((name) => name !== null).length;
  if (stray >= 0)
    return {
      column: columnLetter(stray),
      key: 'row.stray',
      params: { column: columnLetter(stray), columns },
    };
  return isWhole ? null : { key: 'row.short', params: { count: cells.length, columns } };
}
