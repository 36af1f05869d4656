import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export type CsvProblem = { archivo: string; linea: number; motivo: string };
export type CsvTable = {
  header: string[];
  rows: { line: number; cells: Record<string, string> }[];
  problems: CsvProblem[];
};

/** A list or the arguments of its command cannot be used at all; nothing was written. */
export class ImportRefused extends Error {
  readonly problems: CsvProblem[];
  constructor(message: string, problems: CsvProblem[]) {
    super(message);
    this.problems = problems;
  }
}

/** The most that one list may weigh, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** UTF-8 (with or without BOM) where it is valid, else Latin-1, as spreadsheets write it. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that the header line uses: `;` in Spanish spreadsheets, `,` elsewhere. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/));
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

const Records = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * Reads a CSV file with a header: UTF-8 (BOM or not) or Latin-1, `,` or `;`. Rows with too many or too few
 * cells are reported with their line, not guessed. `line` is where the row begins, counting from 1.
 */
export async function readCsv(stream: Readable, file: string): Promise<CsvTable> {
  const bytes = await buffer(stream);
  if (bytes.length > mostBytes) throw new Error('El archivo pesa más de 64 MB.');
  if (bytes.length === 0) throw new Error('El archivo está vacío.');
  const text = decode(bytes).replace(/^\ufeff/, '');
  const parsed: unknown = parse(text, {
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    trim: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const records = Records.parse(parsed);
  const header = (records[0]?.record ?? []).map((name) => name.trim());
  if (header.length === 0) throw new Error('El archivo no tiene encabezado.');
  const table: CsvTable = { header, rows: [], problems: [] };
  let line = (records[0]?.info.lines ?? 1) + 1;
  for (const { record: cells, info } of records.slice(1)) {
    if (cells.length === header.length)
      table.rows.push({
        line,
        cells: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])),
      });
    else
      table.problems.push({
        archivo: file,
        linea: line,
        motivo: `Tiene ${cells.length} columnas y el encabezado ${header.length}.`,
      });
    line = info.lines + 1;
  }
  return table;
}
