import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { readInstant } from '#app/kernel/day.ts';
import { newId } from '#app/kernel/ids.ts';
import { cleanText, lengthOf } from '#app/kernel/text.ts';
import { matchLocality, type NamedLocality } from '#app/domains/plan/match-locality.ts';
import { carriesScript, checkText, heldRows } from './checks.ts';
import { ideaLimits } from './rules.ts';
import type { ImportedIdea } from './types.ts';

/** Columns taken without `--map` (contract, section 3), the first one present wins. */
export const columns = {
  id: ['id'],
  titulo: ['titulo', 'title'],
  descripcion: ['descripcion', 'descripcion_texto', 'descripcion_html', 'description'],
  fecha: ['fecha', 'created_at'],
  apoyos: ['apoyos'],
  retirada: ['retirada'],
  localidad: ['localidad'],
} as const;
export type Column = keyof typeof columns;

/** The name that a list gives to each column it has. */
export type ColumnNames = Partial<Record<Column, string>> & { titulo: string };
type Cells = Record<string, string>;

/** What a row is compared with while it is read. */
export type Delivery = {
  commitmentId: string;
  columnOf: ColumnNames;
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
  const { columnOf, commitmentId } = delivery;
  const title = plainText(cells[columnOf.titulo] ?? '').replace(/\s+/g, ' ');
  if (!title) return null;
  const description = plainText(cells[columnOf.descripcion ?? ''] ?? '');
  const externalId = cleanText(cells[columnOf.id ?? ''] ?? '') || null;
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
  const { columnOf, commitmentId } = delivery;
  const cell = (column: Column) => cleanText(cells[columnOf[column] ?? ''] ?? '');
  if (!description) warn('No tiene descripción.');
  if (lengthOf(title) > ideaLimits.titleMax)
    warn(`El título tiene más de ${ideaLimits.titleMax} caracteres; se conserva entero.`);
  const at = readMoment(cell('fecha'), delivery.now, warn);
  const priorSupports = readSupports(cell('apoyos'), warn);
  const localityCode = readPlace(cell('localidad'), delivery.localities, warn);
  const withdrawn = cell('retirada');
  return {
    line,
    script: carriesScript(`${cells[columnOf.titulo]} ${cells[columnOf.descripcion ?? ''] ?? ''}`),
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
      withdrawnAt: withdrawn ? (readInstant(withdrawn, '12:00') ?? at) : null,
      state: withdrawn ? 'retirada' : 'publicada',
      findings: checkText(title, description),
    },
  };
}

/** When it was written; what lies ahead of us was written now. */
function readMoment(text: string, now: Date, warn: (reason: string) => void): Date {
  const date = readInstant(text, '12:00');
  if (text && !date) warn(`No entendimos la fecha «${text}»; queda la de hoy.`);
  return date && date <= now ? date : now;
}

function readSupports(text: string, warn: (reason: string) => void): number {
  const supports = Number(text || 0);
  if (Number.isInteger(supports) && supports >= 0 && supports <= mostSupports) return supports;
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
