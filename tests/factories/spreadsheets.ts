import { zipSync, strToU8 } from 'fflate';

/** Files as spreadsheet programs write them, byte by byte. */

export const utf8 = (text: string) => Buffer.from(text, 'utf8');
export const latin1 = (text: string) => Buffer.from(text, 'latin1');
export const utf16le = (text: string, mark = true) =>
  Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
export const utf16be = (text: string) => utf16le(text).swap16();

const zip = (parts: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const letter = (index: number): string =>
  (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ofOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ofPackage = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A cell of a workbook: a text, a number, whether something is so, or Excel's number of a day. */
export type TestCell = string | number | boolean | null | { serial: number };

function excelCell(cell: TestCell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** The parts of a workbook of Excel around the XML of its sheets. */
export function xlsxOf(...sheets: string[]): Buffer {
  const numbers = sheets.map((_, index) => index + 1);
  return zip({
    '[Content_Types].xml':
      `${head}<Types xmlns="${ofPackage}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      `${head}<Relationships xmlns="${ofPackage}/relationships"><Relationship Id="rId1" ` +
      `Type="${ofOffice}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${head}<workbook xmlns="${main}" xmlns:r="${ofOffice}"><sheets>` +
      `${numbers.map((n) => `<sheet name="Hoja${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships xmlns="${ofPackage}/relationships">` +
      numbers
        .map(
          (n) =>
            `<Relationship Id="rId${n}" Type="${ofOffice}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId99" Type="${ofOffice}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/>` +
      '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet]),
    ),
  });
}

/** The XML of a sheet of Excel with these rows. */
export function excelSheet(rows: TestCell[][]): string {
  const data = rows.map((row, r) => {
    const cells = row.map((cell, c) => excelCell(cell, `${letter(c)}${r + 1}`)).join('');
    return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`;
}

/** A workbook of Excel with one sheet. */
export const xlsx = (rows: TestCell[][]) => xlsxOf(excelSheet(rows));

/** A spreadsheet of LibreOffice out of the XML of its rows. */
export function odsOf(rows: string): Buffer {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      `${head}<office:document-content><office:body><office:spreadsheet><table:table>` +
      `${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

function officeCell(cell: TestCell): string {
  if (cell === null || cell === '') return '<table:table-cell/>';
  const [attributes, shown] = officeValue(cell);
  return `<table:table-cell ${attributes}><text:p>${escaped(shown)}</text:p></table:table-cell>`;
}

function officeValue(cell: NonNullable<TestCell>): [attributes: string, shown: string] {
  if (typeof cell === 'number')
    return [`office:value-type="float" office:value="${cell}"`, cell.toExponential(2)];
  if (typeof cell === 'boolean')
    return [`office:value-type="boolean" office:boolean-value="${cell}"`, String(cell)];
  if (typeof cell === 'object') {
    const day = new Date(Date.UTC(1899, 11, 30) + cell.serial * 86_400_000).toISOString();
    return [`office:value-type="date" office:date-value="${day.slice(0, 10)}"`, day.slice(2, 10)];
  }
  return ['office:value-type="string"', cell];
}

/** A spreadsheet of LibreOffice with these rows, and the million empty ones that it writes after them. */
export function ods(rows: TestCell[][]): Buffer {
  const empty =
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell ' +
    'table:number-columns-repeated="16384"/></table:table-row>';
  return odsOf(
    rows
      .map(
        (row) =>
          `<table:table-row>${row.map(officeCell).join('')}` +
          '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>',
      )
      .join('') + empty,
  );
}

/** How Excel for Colombia saves a list as CSV: semicolons, Latin-1, its own ends of line. */
export const savedByExcel = (rows: string[][]) =>
  latin1(`${rows.map((row) => row.join(';')).join('\r\n')}\r\n`);
