import { zipSync, type Unzipped } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { columnLetter } from './column-names.ts';
import { sayDate, sayNumber } from './say-value.ts';
import { SheetRefused, type RawRows, type SheetLimits } from './types.ts';

/** Rows that may stand above the first one that counts. */
const headerRows = 20;

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * Refuses a sheet that is small in its file and enormous in memory: a row of number ten million, or a cell
 * far to the right, which would be filled up with empty ones.
 */
function requireSize(xml: string, limits: SheetLimits): void {
  const tooMany = new SheetRefused({ line: 0, key: 'file.rows', params: { max: limits.rows } });
  let rows = 0;
  for (const [, number] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g))
    if (Number(number) > limits.rows + headerRows || (rows += 1) > limits.rows + headerRows)
      throw tooMany;
  const filled = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*[^/]>(?!<\/)/g;
  for (const [, letters = '', line] of xml.matchAll(filled)) {
    if (Number(line) > limits.rows + headerRows) throw tooMany;
    if (letters.length > 3 || columnOf(letters) > limits.columns)
      throw new SheetRefused({
        line: Number(line),
        column: letters,
        key: 'file.columns',
        params: { max: columnLetter(limits.columns - 1) },
      });
  }
}

/** A cell as people would have typed it: days as `2026-11-20`, numbers without an exponent. */
function sayCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return sayDate(value);
  if (typeof value === 'number') return sayNumber(value);
  if (typeof value === 'boolean') return value ? 'verdadero' : 'falso';
  return String(value);
}

/** The first sheet of an Excel workbook that holds anything. */
export async function readXlsx(parts: Unzipped, limits: SheetLimits): Promise<RawRows> {
  for (const [name, part] of Object.entries(parts))
    if (/worksheets\/[^/]+\.xml$/i.test(name)) requireSize(new TextDecoder().decode(part), limits);
  // Only what was unpacked within the limits is read: packed anew, so that nothing else of the file is.
  const packed = zipSync(parts, { level: 0 });
  const sheets = await readXlsxFile(new Blob([new Uint8Array(packed)]), { trim: true }).catch(
    () => {
      throw new SheetRefused({ line: 0, key: 'file.broken' });
    },
  );
  const found = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  return (found?.data ?? []).map((row, index) => ({ line: index + 1, cells: row.map(sayCell) }));
}
