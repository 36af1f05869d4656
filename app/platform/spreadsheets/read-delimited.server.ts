import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import { SheetRefused, type RawRows } from './types.ts';

/** Signs between cells, the likeliest first: Spanish spreadsheets write `;`. */
const separators = [';', '\t', ',', '|'] as const;

/** How often a sign stands in a line outside quotes. */
function countIn(line: string, sign: string): number {
  return line.replace(/"(?:[^"]|"")*"?/g, '').split(sign).length - 1;
}

/** The sign that the lines of a text agree on most; of equals, the one that makes more columns. */
function separatorOf(text: string): string {
  const [header = '', ...lines] = text
    .slice(0, 200_000)
    .split('\n')
    .filter((line) => /[^;,\t|\s]/.test(line))
    .slice(0, 25);
  const anyOne: string = separators.find((sign) => text.includes(sign)) ?? ',';
  let best = { sign: anyOne, agreeing: -1, columns: 0 };
  for (const sign of separators) {
    const columns = countIn(header, sign);
    const agreeing = lines.filter((line) => countIn(line, sign) === columns).length;
    const isBetter =
      agreeing > best.agreeing || (agreeing === best.agreeing && columns > best.columns);
    if (columns > 0 && isBetter) best = { sign, agreeing, columns };
  }
  return best.sign;
}

/** `sep=;` in the first line, as some programs tell Excel how to read them. */
const announced = /^"?sep=(?<sign>[^\n])"?[^\S\n]*\n/i;

/** Signs that no table of text has: a file with one is something else. */
const unprintable = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

const Records = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** Reads a table of text in any encoding and with any separator that spreadsheets write. */
export function readDelimited(bytes: Uint8Array): RawRows {
  const decoded = decodeText(bytes);
  if (unprintable.test(decoded)) throw new SheetRefused({ line: 0, key: 'file.kind' });
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(decoded))
    throw new SheetRefused({ line: 0, key: 'file.html' });
  const told = announced.exec(decoded);
  const text = told ? decoded.slice(told[0].length) : decoded;
  const before = told ? 1 : 0;
  let read = 0;
  try {
    const parsed: unknown = parse(text, {
      delimiter: told?.groups?.['sign'] ?? separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      on_record: (record, { lines }) => {
        read = lines;
        return record;
      },
    });
    let line = before + 1;
    return Records.parse(parsed).map(({ record, info }) => {
      const row = { line, cells: record };
      line = before + info.lines + 1;
      return row;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed swallows the rest of the file: it stands in the row after the last one read.
    throw new SheetRefused({ line: before + read + 1, key: 'file.quote' });
  }
}
