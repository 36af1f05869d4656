import { zipSync, type Unzipped } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { columnLetter } from './column-names.ts';
import { sayDate, sayNumber } from './say-value.ts';
import { SheetRefused, type RawRows, type SheetLimits } from './types.ts';

/** Rows that may stand above the first one that counts. */
const headerRows = 20;

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The rows and cells of a sheet by their tags, with what says that nothing stands in them. */
const tags = /<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>(?:<\/)?/g;

/** Where a row or a cell says it stands: its letters, none of a row, and its line. Any other address is refused. */
function placeOf(attributes: string): { letters: string; line: number } | null {
  const address = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
  const found = /^([A-Z]{0,7})(\d{1,12})$/.exec(address ?? '');
  // A value that holds the end of a tag would hide what follows it.
  const isWhole = [`"`, `'`].every((quote) => attributes.split(quote).length % 2 === 1);
  if (!isWhole || (address !== undefined && !found))
    throw new SheetRefused({ line: 0, key: 'file.broken' });
  return found && { letters: found[1] ?? '', line: Number(found[2]) };
}

/**
 * Refuses a sheet that is small in its file and enormous in memory: a row of number ten million, or a cell that holds
 * something far to the right, which would be filled up with empty ones.
 */
function requireSize(xml: string, limits: SheetLimits): void {
  const most = limits.rows + headerRows;
  const tooMany = new SheetRefused({ line: 0, key: 'file.rows', params: { max: limits.rows } });
  let rows = 0;
  for (const [tag, name, attributes = ''] of xml.matchAll(tags)) {
    const place = placeOf(attributes);
    if (name === 'row') rows += 1;
    if (rows > most || (place?.line ?? 0) > most) throw tooMany;
    const isEmpty = tag.endsWith('/>') || tag.endsWith('</');
    if (place && !isEmpty && columnOf(place.letters) > limits.columns)
      throw new SheetRefused({
        line: place.line,
        column: place.letters,
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
