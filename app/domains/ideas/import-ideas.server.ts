import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { convert } from 'html-to-text';
import { systemActor } from '#app/kernel/actor.ts';
import { cleanText, lengthOf } from '#app/kernel/text.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { ImportRefused, readCsv } from '#app/platform/files/read-csv.server.ts';
import { carriesScript, checkText, heldRows } from './checks.ts';
import { insertImported, knownImportKeys, type ImportedIdea } from './import.store.server.ts';
import { localityCodes, selectCommitmentId } from './store.server.ts';

export type ImportResult = {
  leidas: number;
  creadas: number;
  ya_estaban: number;
  en_cuarentena: number[];
  advertencias: { linea: number; motivo: string }[];
  rechazadas: { linea: number; motivo: string }[];
};

/** Columns taken without `--map` (contract, section 3), the first one present wins. */
const columns = {
  id: ['id'],
  titulo: ['titulo', 'title'],
  descripcion: ['descripcion', 'descripcion_texto', 'descripcion_html', 'description'],
  fecha: ['fecha', 'created_at'],
  apoyos: ['apoyos'],
  retirada: ['retirada'],
  localidad: ['localidad'],
} as const;
type Column = keyof typeof columns;
export const importColumns = Object.keys(columns) as Column[];

const mostSupports = 2_000_000_000;
const batchSize = 500;

/** HTML of the source as plain text: links keep their words, entities become characters, scripts vanish. */
export function plainText(source: string): string {
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

function readDate(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? `${text}T12:00:00-05:00`
    : text.replace(/^(\S+) (\d{2}:\d{2}(?::\d{2})?) ?([+-]\d{2}):?(\d{2})$/, '$1T$2$3:$4');
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? null : date;
}

function normalForm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^LA /, '')
    .replace(/[^A-Z0-9 ]/g, '');
}

type Read = { line: number; idea: ImportedIdea; script: boolean };

/**
 * Brings in the ideas of a consultation already held: public at once with their date, their supports apart,
 * withdrawn ones as such. What the automatic checks hold waits in quarantine. A second run creates nothing.
 */
export async function importIdeas(
  input: {
    file: string;
    commitment: string;
    map?: Partial<Record<Column, string>> | undefined;
    dryRun?: boolean | undefined;
  },
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ImportResult> {
  const commitment = await selectCommitmentId(getDb(), input.commitment);
  if (!commitment)
    throw new ImportRefused('commitment', [
      {
        archivo: input.file,
        linea: 0,
        motivo: `No hay un compromiso «${input.commitment}» en el plan vigente.`,
      },
    ]);
  const table = await readCsv(createReadStream(input.file), input.file).catch((error: unknown) => {
    throw error instanceof ImportRefused
      ? error
      : new ImportRefused('file', [
          {
            archivo: input.file,
            linea: 0,
            motivo: error instanceof Error ? error.message : String(error),
          },
        ]);
  });
  const columnOf = chooseColumns(table.header, input.map ?? {}, input.file);
  const localities = await localityCodes(getDb());
  const result: ImportResult = {
    leidas: 0,
    creadas: 0,
    ya_estaban: 0,
    en_cuarentena: [],
    advertencias: [],
    rechazadas: table.problems.map((problem) => ({ linea: problem.linea, motivo: problem.motivo })),
  };

  const read: Read[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of table.rows) {
    result.leidas += 1;
    const cell = (column: Column) => cleanText(cells[columnOf[column] ?? ''] ?? '');
    const title = plainText(cells[columnOf.titulo!] ?? '').replace(/\s+/g, ' ');
    if (!title) {
      result.rechazadas.push({ linea: line, motivo: 'No tiene título.' });
      continue;
    }
    const warn = (motivo: string) => result.advertencias.push({ linea: line, motivo });
    const description = plainText(cells[columnOf.descripcion ?? ''] ?? '');
    const externalId = cell('id') || null;
    const key = createHash('sha256')
      .update(
        externalId ? `${commitment.id}:${externalId}` : `${commitment.id}:${title}\n${description}`,
      )
      .digest('hex');
    if (seen.has(key)) {
      if (externalId)
        warn(`El id ${externalId} está repetido en el archivo; queda la primera fila.`);
      result.ya_estaban += 1;
      continue;
    }
    seen.add(key);
    if (!description) warn('No tiene descripción.');
    if (lengthOf(title) > 120) warn('El título tiene más de 120 caracteres; se conserva entero.');
    const date = cell('fecha') ? readDate(cell('fecha')) : null;
    if (cell('fecha') && !date) warn(`No entendimos la fecha «${cell('fecha')}»; queda la de hoy.`);
    const at = date && date <= now() ? date : now();
    const supports = Number(cell('apoyos') || 0);
    const validSupports = Number.isInteger(supports) && supports >= 0 && supports <= mostSupports;
    if (!validSupports) warn(`No entendimos los apoyos «${cell('apoyos')}»; quedan en 0.`);
    const place = cell('localidad');
    const localityCode = place
      ? (localities.get(normalForm(place)) ?? localities.get(place.padStart(2, '0')) ?? null)
      : null;
    if (place && !localityCode) warn(`No reconocimos la localidad «${place}».`);
    const withdrawn = cell('retirada');
    read.push({
      line,
      script: carriesScript(
        `${cells[columnOf.titulo!]} ${cells[columnOf.descripcion ?? ''] ?? ''}`,
      ),
      idea: {
        id: newId(),
        commitmentId: commitment.id,
        importKey: key,
        externalId,
        title,
        description,
        localityCode,
        at,
        priorSupports: validSupports ? supports : 0,
        withdrawnAt: withdrawn ? (readDate(withdrawn) ?? at) : null,
        state: withdrawn ? 'retirada' : 'publicada',
        findings: checkText(title, description),
      },
    });
  }

  const known = await knownImportKeys(
    getDb(),
    read.map(({ idea }) => idea.importKey),
  );
  const fresh = read.filter(({ idea }) => !known.has(idea.importKey));
  result.ya_estaban += read.length - fresh.length;
  // The burst is judged over the whole delivery, also the rows that are here already.
  const held = heldRows(read.map(({ idea }) => idea));
  read.forEach((row, index) => {
    if ((held.has(index) || row.script) && row.idea.state === 'publicada')
      row.idea.state = 'cuarentena';
  });
  result.en_cuarentena = fresh
    .filter(({ idea }) => idea.state === 'cuarentena')
    .map(({ line }) => line);
  result.creadas = fresh.length;
  if (input.dryRun || fresh.length === 0) return result;

  // One transaction: a command that fails leaves no trace.
  await inTransaction(async (tx) => {
    let written = 0;
    for (let start = 0; start < fresh.length; start += batchSize) {
      const batch = fresh.slice(start, start + batchSize).map(({ idea }) => idea);
      written += await insertImported(tx, batch);
      progress(start + batch.length, fresh.length);
    }
    result.ya_estaban += fresh.length - written;
    result.creadas = written;
    await recordAudit(tx, systemActor, {
      action: 'ideas.ideas-imported',
      subjectKind: 'compromiso',
      subjectId: commitment.id,
      data: { created: written, read: result.leidas, quarantined: result.en_cuarentena.length },
    });
  });
  return result;
}

function chooseColumns(
  header: string[],
  map: Partial<Record<Column, string>>,
  file: string,
): Partial<Record<Column, string>> {
  const chosen: Partial<Record<Column, string>> = {};
  for (const column of importColumns) {
    const wanted = map[column];
    if (wanted !== undefined && !header.includes(wanted))
      throw new ImportRefused('map', [
        { archivo: file, linea: 1, motivo: `No hay una columna «${wanted}».` },
      ]);
    const found = wanted ?? columns[column].find((name) => header.includes(name));
    if (found) chosen[column] = found;
  }
  if (!chosen.titulo)
    throw new ImportRefused('header', [
      {
        archivo: file,
        linea: 1,
        motivo: 'Falta la columna del título (titulo o title). Usa --map titulo=COLUMNA.',
      },
    ]);
  return chosen;
}
