import type { Unzipped } from 'fflate';
import { Parser } from 'saxen';
import { columnLetter } from './column-names.ts';
import { sayNumber } from './say-value.ts';
import { SheetRefused, type RawRows, type SheetLimits } from './types.ts';

type Cell = { repeat: number; value: string | null; lines: string[] };

/** What a cell holds besides its text: numbers and days, whatever way they are shown. */
function valueOf(attributes: Record<string, string>): string | null {
  const number = attributes['office:value'];
  if (number !== undefined) return sayNumber(Number(number));
  const day = attributes['office:date-value'];
  if (day !== undefined) return day.replace(/T00:00:00(\.0+)?$/, '').slice(0, 16);
  const truth = attributes['office:boolean-value'];
  if (truth === undefined) return null;
  return truth === 'true' ? 'verdadero' : 'falso';
}

/** Reads the tables of a document of LibreOffice as they come; the first that holds anything counts. */
class Tables {
  readonly rows: RawRows = [];
  private line = 0;
  private row: { repeat: number; cells: string[] } | null = null;
  private cell: Cell | null = null;
  private notes = 0;
  private isDone = false;
  private readonly limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  open(name: string, attributes: () => Record<string, string>): void {
    if (this.isDone) return;
    if (name === 'office:annotation') this.notes += 1;
    else if (name === 'table:table-row')
      this.row = { repeat: Number(attributes()['table:number-rows-repeated'] ?? 1), cells: [] };
    else if (this.row && /^table:(covered-)?table-cell$/.test(name)) {
      const given = attributes();
      const repeat = Number(given['table:number-columns-repeated'] ?? 1);
      this.cell = { repeat, value: valueOf(given), lines: [] };
    } else if (this.cell && this.notes === 0) this.openText(name, attributes);
  }

  private openText(name: string, attributes: () => Record<string, string>): void {
    if (name === 'text:p') this.cell?.lines.push('');
    else if (name === 'text:s') this.add(' '.repeat(Number(attributes()['text:c'] ?? 1) % 1000));
    else if (name === 'text:tab') this.add(' ');
    else if (name === 'text:line-break') this.cell?.lines.push('');
  }

  add(text: string): void {
    const lines = this.cell?.lines;
    if (lines && lines.length > 0 && this.notes === 0)
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${text}`;
  }

  close(name: string): void {
    if (name === 'office:annotation') this.notes -= 1;
    else if (/^table:(covered-)?table-cell$/.test(name)) this.closeCell();
    else if (name === 'table:table-row') this.closeRow();
    else if (name === 'table:table' && this.rows.length > 0) this.isDone = true;
    else if (name === 'table:table') this.line = 0;
  }

  private closeCell(): void {
    if (!this.row || !this.cell) return;
    const text = this.cell.value ?? this.cell.lines.join('\n');
    // What is empty until the end of the sheet is no cell of the table.
    const isEnd = text === '' && this.cell.repeat > this.limits.columns;
    if (!isEnd && this.row.cells.length + this.cell.repeat > this.limits.columns * 2)
      throw new SheetRefused({
        line: this.line + 1,
        key: 'file.columns',
        params: { max: columnLetter(this.limits.columns - 1) },
      });
    if (!isEnd) for (let n = 0; n < this.cell.repeat; n += 1) this.row.cells.push(text);
    this.cell = null;
  }

  private closeRow(): void {
    if (!this.row) return;
    const { repeat, cells } = this.row;
    this.row = null;
    if (cells.every((text) => text === '')) {
      this.line += repeat;
      return;
    }
    if (this.rows.length + repeat > this.limits.rows + 1)
      throw new SheetRefused({
        line: 0,
        key: 'file.rows',
        params: { max: this.limits.rows },
      });
    for (let n = 0; n < repeat; n += 1) this.rows.push({ line: (this.line += 1), cells });
  }
}

/** The first table of an OpenDocument spreadsheet that holds anything. */
export function readOds(parts: Unzipped, limits: SheetLimits): RawRows {
  const tables = new Tables(limits);
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => tables.open(name, attributes));
  parser.on('closeTag', (name) => tables.close(name));
  parser.on('text', (text, decode) => tables.add(decode(text)));
  parser.on('error', () => {
    throw new SheetRefused({ line: 0, key: 'file.broken' });
  });
  parser.parse(new TextDecoder().decode(parts['content.xml']));
  return tables.rows;
}
