import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { readInstant } from '#app/platform/city/local-time.ts';
import { newId } from '#app/kernel/ids.ts';
import { cleanText, lengthOf } from '#app/kernel/text.ts';
import { dayText, isBlank, readDay, readYes } from '#app/platform/spreadsheets/cells.ts';
import { matchLocality, type NamedLocality } from '#app/domains/plan/match-locality.ts';
import { carriesScript, checkText, heldRows } from './checks.ts';
import { ideaLimits } from './rules.ts';
import type { ImportedIdea } from './types.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';

/** Columns taken without `--map` (contract, section 3) with their other names, the first one present wins. */
export const columns = {
  id: [],
  titulo: ['title'],
  descripcion: ['descripcion_texto', 'descripcion_html', 'description'],
  fecha: ['created_at'],
  apoyos: [],
  retirada: [],
  localidad: [],
} as const;
type Column = keyof typeof columns;

type Cells = Record<string, string>;

/** What a row is compared with while it is read. */
export type Delivery = {
  commitmentId: string;
  localities: NamedLocality[];
  now: Date;
};

const mostSupports = 2_000_000_000;

/** HTML of the source as plain text: links keep their words, entities become characters, scripts vanish. */
function plainText(source: string): string {
  if (!/[<&]/.test(source)) return cleanText(source);
  const text = convert(source, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
      { selector: 'table', format: 'block' },
    ],
  });
  return cleanText(text.replace(/\n{3,}/g, '\n\n'));
}

/** What tells a row from all others: its id in the source, or its words where it has none. */
type RowIdentity = {
  title: string;
  description: string;
  externalId: string | null;
  key: string;
};

/** Reads who a row is; nothing when it has no title. */
export function identifyRow(cells: Cells, delivery: Delivery): RowIdentity | null {
  const { commitmentId } = delivery;
  const title = plainText(cells['titulo'] ?? '').replace(/\s+/g, ' ');
  if (!title) return null;
  const description = plainText(cells['descripcion'] ?? '');
  const externalId = cleanText(cells['id'] ?? '') || null;
  const key = createHash('sha256')
    .update(`${commitmentId}:${externalId ?? `${title}\n${description}`}`)
    .digest('hex');
  return { title, description, externalId, key };
}

/** A row that can be written, the line it begins on, and whether its source carried script. */
export type ReadRow = { line: number; idea: ImportedIdea; script: boolean };

/** Reads the rest of a row. What cannot be understood is left out and told to `warn`, in the order of the columns. */
export function readRow(
  cells: Cells,
  line: number,
  { title, description, externalId, key }: RowIdentity,
  delivery: Delivery,
  warn: (reason: string) => void,
): ReadRow {
  const { commitmentId } = delivery;
  const cell = (column: Column) => cleanText(cells[column] ?? '');
  if (!description) warn('No tiene descripción.');
  if (lengthOf(title) > ideaLimits.titleMax)
    warn(`El título tiene más de ${ideaLimits.titleMax} caracteres; se conserva entero.`);
  const findings = checkText(title, description);
  if (findings.includes('personal_data')) warn('Parece que tiene un dato personal.');
  const at = readMoment(cell('fecha'), delivery.now, warn);
  const priorSupports = readSupports(cell('apoyos'), warn);
  const localityCode = readPlace(cell('localidad'), delivery.localities, warn);
  const withdrawn = readYes(cell('retirada')) === false ? '' : cell('retirada');
  return {
    line,
    script: carriesScript(`${cells['titulo']} ${cells['descripcion'] ?? ''}`),
    idea: {
      id: newId(),
      commitmentId,
      importKey: key,
      externalId,
      title,
      description,
      localityCode,
      at,
      priorSupports,
      withdrawnAt: withdrawn ? (readTime(withdrawn) ?? at) : null,
      state: withdrawn ? 'retirada' : 'publicada',
      findings,
    },
  };
}

/** The instant of a cell: with its hour and zone, or a day as people write it, at noon. */
function readTime(text: string): Date | null {
  const exact = readInstant(text, '12:00');
  const day = exact ? null : readDay(text);
  return exact ?? (day && readInstant(dayText(day), '12:00'));
}

/** When it was written; what lies ahead of us was written now. */
function readMoment(text: string, now: Date, warn: (reason: string) => void): Date {
  const date = readTime(text);
  if (text && !date) warn(`No entendimos la fecha «${text}»; queda la de hoy.`);
  return date && date <= now ? date : now;
}

function readSupports(text: string, warn: (reason: string) => void): number {
  const supports = isBlank(text) ? 0 : readWhole(text);
  if (supports !== null && supports <= mostSupports) return supports;
  warn(`No entendimos los apoyos «${text}»; quedan en 0.`);
  return 0;
}

function readPlace(
  text: string,
  localities: NamedLocality[],
  warn: (reason: string) => void,
): string | null {
  if (!text) return null;
  const code = matchLocality(text, localities);
  if (!code) warn(`No reconocimos la localidad «${text}».`);
  return code;
}

/** Puts into quarantine what the checks hold. A burst is judged over the whole delivery, also rows that came before. */
export function quarantine(rows: ReadRow[]): void {
  const held = heldRows(rows.map(({ idea }) => idea));
  rows.forEach((row, index) => {
    if ((held.has(index) || row.script) && row.idea.state === 'publicada')
      row.idea.state = 'cuarentena';
  });
}
