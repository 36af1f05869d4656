import { describe, expect, it } from 'vitest';
import {
  excelSheet,
  latin1,
  ods,
  odsOf,
  savedByExcel,
  utf16be,
  utf16le,
  utf8,
  xlsx,
  xlsxOf,
} from '#tests/factories/spreadsheets.ts';
import { readSpreadsheet } from './read-spreadsheet.server.ts';
import { SheetRefused } from './types.ts';

const known = (key: string) => ['nombre', 'correo'].includes(key);
const plain = 'Nombre;Año\nÍñigo Muñoz;1980\nAna;1990\n';
const people = [
  ['Íñigo Muñoz', '1980'],
  ['Ana', '1990'],
];
const table = [
  ['Nombre', 'Año'],
  ['Íñigo Muñoz', 1980],
  ['Ana', 1990],
];

/** The cells of a file, row by row, under its header. */
async function cellsOf(bytes: Buffer) {
  const { header, rows, problems } = await readSpreadsheet(bytes, { isColumn: known });
  return { header, rows: rows.map(({ cells }) => header.map((name) => cells[name])), problems };
}

/** Why a file is refused, and where. */
async function refusalOf(bytes: Buffer, limits = {}) {
  const refused: unknown = await readSpreadsheet(bytes, { limits }).catch(
    (error: unknown) => error,
  );
  if (!(refused instanceof SheetRefused)) throw new Error('It was read');
  const [{ line, key }] = refused.problems as [{ line: number; key: string }];
  return [key, line];
}

describe('the same list, however it was saved', () => {
  it.each<[how: string, bytes: Buffer]>([
    ['UTF-8', utf8(plain)],
    ['UTF-8 with its mark', utf8(`\ufeff${plain}`)],
    ['Latin-1', latin1(plain)],
    [
      'Latin-1 and UTF-8 line by line',
      Buffer.concat([latin1('Nombre;Año\n'), utf8(plain.slice(11))]),
    ],
    ['UTF-16 with tabs, as Excel says «Unicode»', utf16le(plain.replaceAll(';', '\t'))],
    ['UTF-16 without its mark', utf16le(plain, false)],
    ['UTF-16 of the other order', utf16be(plain)],
    ['commas', utf8(plain.replaceAll(';', ','))],
    ['tabs', utf8(plain.replaceAll(';', '\t'))],
    ['bars', utf8(plain.replaceAll(';', '|'))],
    ['sep=; in its first line', utf8(`sep=;\r\n${plain}`)],
    ['sep=, in quotes', utf8(`"sep=,"\n${plain.replaceAll(';', ',')}`)],
    ['ends of line of an old Mac', utf8(plain.replaceAll('\n', '\r'))],
    ['ends of line of Windows', utf8(plain.replaceAll('\n', '\r\n'))],
    ['everything in quotes', utf8('"Nombre";"Año"\n"Íñigo Muñoz";"1980"\n"Ana";"1990"\n')],
    ['rows that hold only separators', utf8(`${plain};\n;\n;;;;\n\n\n`)],
    ['rows of nothing between', utf8('\n\nNombre;Año\n;\nÍñigo Muñoz;1980\n\nAna;1990')],
    ['empty cells at the end', utf8('Nombre;Año;;;\nÍñigo Muñoz;1980;;;\nAna;1990;;\n')],
    ['a title above', utf8(`Lista del taller de Suba;\n;\n${plain}`)],
    ['spaces around', utf8(' Nombre ; Año\nÍñigo Muñoz\u00a0; 1980 \n\u200bAna ;1990\n')],
    ['Excel', xlsx(table)],
    ['Excel with rows of nothing', xlsx([[], ['Lista del taller'], [], ...table, []])],
    ['Excel, on its second sheet', xlsxOf(excelSheet([]), excelSheet(table))],
    ['LibreOffice', ods(table)],
    ['LibreOffice with a title above', ods([['Lista'], [], ...table])],
  ])('%s', async (_, bytes) => {
    const { header, rows, problems } = await cellsOf(bytes);
    expect([header, rows, problems]).toEqual([['Nombre', 'Año'], people, []]);
  });
});

describe('cells that spreadsheets keep in their own way', () => {
  it('days, numbers, truth and formulas', async () => {
    const cells = [{ serial: 46346 }, { serial: 46346.4375 }, 3105550101, 0.1 + 0.2, true, '=1+1'];
    const header = ['a', 'b', 'c', 'd', 'e', 'f'];
    const read = ['2026-11-20', '2026-11-20T10:30', '3105550101', '0.3', 'verdadero', '=1+1'];
    expect((await cellsOf(xlsx([header, cells]))).rows).toEqual([read]);
    const ofOffice = [...read.slice(0, 1), '2026-11-20', ...read.slice(2)];
    expect((await cellsOf(ods([header, cells]))).rows).toEqual([ofOffice]);
  });

  it('line breaks, quotes and separators within a cell; rows of many lines say where they begin', async () => {
    const bytes = utf8('nombre,correo\n"Ana\nMaría","a, b"\n\n"dijo ""sí""",c\n');
    const { rows } = await readSpreadsheet(bytes);
    expect(rows).toEqual([
      { line: 2, cells: { nombre: 'Ana\nMaría', correo: 'a, b' } },
      { line: 5, cells: { nombre: 'dijo "sí"', correo: 'c' } },
    ]);
  });

  it('the quote that keeps a text from being a formula is no part of it', async () => {
    const bytes = utf8("nombre,correo\n'+57 300 123 4567,'=x\n'Aquí,b\n");
    expect((await cellsOf(bytes)).rows).toEqual([
      ['+57 300 123 4567', '=x'],
      ["'Aquí", 'b'],
    ]);
  });

  it('repeated and merged cells of LibreOffice, without its comments', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more} office:value-type="string"><office:annotation><text:p>secreto</text:p>` +
      `</office:annotation><text:p>${text}</text:p></table:table-cell>`;
    const bytes = odsOf(
      `<table:table-row>${cell('nombre')}${cell('correo')}${cell('apoyo')}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="2">${cell('Ana')}` +
        `${cell('x&amp;y', 'table:number-columns-repeated="2"')}</table:table-row>`,
    );
    expect((await cellsOf(bytes)).rows).toEqual([
      ['Ana', 'x&y', 'x&y'],
      ['Ana', 'x&y', 'x&y'],
    ]);
  });

  it('sixteen rows whose last cells Excel left out are whole; one broken row is not', async () => {
    const full = Array.from({ length: 15 }, (_, n) => [`P${n}`, `${n}@x.co`, 'lsc']);
    const short = Array.from({ length: 20 }, (_, n) => [`Q${n}`, `${n}@y.co`]);
    const list = [['nombre', 'correo', 'apoyo'], ...full, ...short.slice(0, 16)];
    const whole = await cellsOf(savedByExcel(list));
    expect([whole.rows.length, whole.rows[20], whole.problems]).toEqual([
      31,
      ['Q5', '5@y.co', ''],
      [],
    ]);
    const broken = await cellsOf(savedByExcel([...list.slice(0, 10), ['roto'], ...list.slice(10)]));
    expect(broken.problems).toContainEqual(expect.objectContaining({ line: 11, key: 'row.short' }));
  });
});

describe('what cannot be read says what is wrong and where', () => {
  const bomb = excelSheet([['a']]).replace('</sheetData>', '<row r="90000000"/></sheetData>');
  const wide = excelSheet([['a']]).replace('</row>', '<c r="XFD1"><v>1</v></c></row>');
  const hidden = utf8(`<!DOCTYPE x [<!ENTITY a "b">]>${excelSheet([['a']])}`).toString();
  const quoted = wide.replace('r="XFD1"', "r = 'XFD1' s='1'");
  const coded = wide.replace('XFD1', '&#88;FD1');
  const rows = excelSheet([['a']]).replace(
    '</sheetData>',
    `${'<row/>'.repeat(500_100)}</sheetData>`,
  );
  it.each<[what: string, bytes: Buffer, key: string, line: number]>([
    ['nothing', utf8(''), 'file.empty', 0],
    ['only separators', utf8(';;;\n;;;\n'), 'file.empty', 0],
    ['an empty workbook', xlsx([]), 'file.empty', 0],
    ['a repeated header', utf8('nombre;correo;Nombre\na;b;c\n'), 'header.repeated', 1],
    ['the same header in another spelling', utf8('sep=;\nAño;ANIO:\n1;2\n'), 'header.repeated', 2],
    ['a quote that stays open', utf8('a;b\n1;2\n"3;4\n5;6\n'), 'file.quote', 3],
    ['a PDF', Buffer.from('%PDF-1.7\n\u0000\u0001binary'), 'file.kind', 0],
    [
      'an old Excel or one with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      'file.old',
      0,
    ],
    ['a page of the web', utf8('<html><table><tr><td>a</td></tr></table></html>'), 'file.html', 0],
    ['a Word document or any archive', odsOf('').subarray(0, 40), 'file.broken', 0],
    ['a cut workbook', xlsx(table).subarray(0, 900), 'file.broken', 0],
    ['a row of number ninety million', xlsxOf(bomb), 'file.rows', 0],
    ['a cell of column XFD', xlsxOf(wide), 'file.columns', 1],
    ['the same in other quotes', xlsxOf(quoted), 'file.columns', 1],
    ['the same in other signs', xlsxOf(coded), 'file.broken', 0],
    ['half a million rows of nothing', xlsxOf(rows), 'file.rows', 0],
    ['entities', xlsxOf(hidden), 'file.broken', 0],
  ])('%s', async (_, bytes, key, line) => {
    expect(await refusalOf(bytes)).toEqual([key, line]);
  });

  it('what weighs too much, has too many rows or columns, or unpacks into the memory', async () => {
    expect(await refusalOf(utf8(plain), { bytes: 10 })).toEqual(['file.heavy', 0]);
    expect(await refusalOf(utf8(plain), { rows: 1 })).toEqual(['file.rows', 0]);
    expect(await refusalOf(utf8(plain), { columns: 1 })).toEqual(['file.columns', 1]);
    const spaces = ' '.repeat(130 * 1024 * 1024);
    expect(await refusalOf(xlsxOf(excelSheet(table) + spaces))).toEqual(['file.unpacked', 0]);
  });

  it('cells far to the right that only have a colour are nothing', async () => {
    const painted = excelSheet(table).replace(
      /<row r="(\d+)">(.*?)<\/row>/g,
      '<row r="$1">$2<c r="XFD$1" s="1"/></row>',
    );
    expect((await cellsOf(xlsxOf(painted))).rows).toEqual(people);
    const said = xlsx([
      ['nombre', 'correo'],
      ['r="ZZZZ1"', 'r="'],
    ]);
    expect((await cellsOf(said)).rows).toEqual([['r="ZZZZ1"', 'r="']]);
  });

  it('a row that lost its place is told, and the others are read', async () => {
    const { rows, problems } = await cellsOf(
      utf8('nombre,correo\nAna,a@x.co\nDíaz, Rosa,r@x.co\nroto\nBeto,b@x.co\n'),
    );
    expect(rows.map(([name]) => name)).toEqual(['Ana', 'Beto']);
    expect(problems).toEqual([
      { line: 3, column: 'C', key: 'row.stray', params: { column: 'C', columns: 2 } },
      { line: 4, key: 'row.short', params: { count: 1, columns: 2 } },
    ]);
  });
});
