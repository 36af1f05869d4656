import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

type Value = string | number | null;

/**
 * Rows as a CSV that spreadsheet programs open as it is: with the mark that tells them the encoding, and
 * without anything that they would run. `readSpreadsheet` takes it back.
 */
export function writeCsv(rows: Value[][]): string {
  return `\ufeff${stringify(rows, { escape_formulas: true })}`;
}

/** The same as an Excel workbook: texts stay texts, so that no zero and no `+` is lost. */
export async function writeXlsx(rows: Value[][], sheet: string): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null || value === '') return null;
      if (typeof value === 'number') return { value, type: Number };
      return { value, type: String };
    }),
  );
  return await writeXlsxFile(cells, { sheet }).toBuffer();
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Rows as a file to download. */
export async function sheetReply(
  rows: Value[][],
  file: { name: string; kind: keyof typeof types; isPublic?: boolean },
): Promise<Response> {
  const body =
    file.kind === 'csv' ? writeCsv(rows) : new Uint8Array(await writeXlsx(rows, file.name));
  return new Response(body, {
    headers: {
      'Content-Type': types[file.kind],
      'Content-Disposition': `attachment; filename="${file.name}.${file.kind}"`,
      ...(file.isPublic ? {} : { 'Cache-Control': 'private, no-store' }),
    },
  });
}
