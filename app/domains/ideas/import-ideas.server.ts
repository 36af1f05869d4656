import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import type { ColumnMap } from '#app/platform/spreadsheets/name-columns.ts';
import {
  ImportRefused,
  openSpreadsheet,
  sayProblems,
} from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import type { Sheet } from '#app/platform/spreadsheets/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import {
  columns,
  identifyRow,
  quarantine,
  readRow,
  type Delivery,
  type ReadRow,
} from './import.rules.ts';
import { insertImported, knownImportKeys } from './import.store.server.ts';
import { selectCommitmentId } from './store.server.ts';

export type ImportResult = {
  leidas: number;
  creadas: number;
  ya_estaban: number;
  en_cuarentena: number[];
  advertencias: { linea: number; motivo: string }[];
  rechazadas: { linea: number; motivo: string }[];
};

type ImportInput = {
  file: string;
  commitment: string;
  map?: ColumnMap | undefined;
  dryRun?: boolean | undefined;
};
type Progress = (done: number, total: number) => void;

/** Names of the columns that `--map` takes. */
export const importColumns = Object.keys(columns);

const batchSize = 500;

/**
 * Brings in the ideas of a consultation already held: public at once with their date, their supports apart,
 * withdrawn ones as such. What the automatic checks hold waits in quarantine. A second run creates nothing.
 */
export async function importIdeas(
  input: ImportInput,
  progress: Progress = () => undefined,
): Promise<ImportResult> {
  const commitmentId = await findCommitment(input);
  const table = await openSpreadsheet(input.file, columns, input.map);
  if (!table.header.includes('titulo'))
    refuse(
      input,
      'header',
      table.headerLine,
      'Falta la columna del título (titulo o title). Usa --map titulo=COLUMNA.',
    );
  const localities = await listLocalities(getDb());
  const { rows, result } = readTable(input.file, table, { commitmentId, localities, now: now() });
  quarantine(rows);
  const keys = rows.map(({ idea }) => idea.importKey);
  const known = await knownImportKeys(getDb(), keys);
  const fresh = rows.filter(({ idea }) => !known.has(idea.importKey));
  result.ya_estaban += rows.length - fresh.length;
  result.en_cuarentena = fresh
    .filter(({ idea }) => idea.state === 'cuarentena')
    .map(({ line }) => line);
  result.creadas = fresh.length;
  if (!input.dryRun && fresh.length > 0) await writeRows(commitmentId, fresh, result, progress);
  return result;
}

function refuse(input: { file: string }, about: string, line: number, reason: string): never {
  throw new ImportRefused(about, [{ archivo: input.file, linea: line, motivo: reason }]);
}

async function findCommitment(input: ImportInput): Promise<string> {
  const commitment = await selectCommitmentId(getDb(), input.commitment);
  return (
    commitment?.id ??
    refuse(input, 'commitment', 0, `No hay un compromiso «${input.commitment}» en el plan vigente.`)
  );
}

/** Reads every row once; one that repeats another of the same list counts as there already. */
function readTable(
  file: string,
  table: Sheet,
  delivery: Delivery,
): { rows: ReadRow[]; result: ImportResult } {
  const result: ImportResult = {
    leidas: table.rows.length,
    creadas: 0,
    ya_estaban: 0,
    en_cuarentena: [],
    advertencias: [],
    rechazadas: sayProblems(file, table.problems).map(({ linea, motivo }) => ({ linea, motivo })),
  };
  const rows: ReadRow[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of table.rows) {
    const warn = (motivo: string) => result.advertencias.push({ linea: line, motivo });
    const identity = identifyRow(cells, delivery);
    if (!identity) {
      result.rechazadas.push({ linea: line, motivo: 'No tiene título.' });
    } else if (seen.has(identity.key)) {
      result.ya_estaban += 1;
      const { externalId } = identity;
      if (externalId)
        warn(`El id ${externalId} está repetido en el archivo; queda la primera fila.`);
    } else {
      seen.add(identity.key);
      rows.push(readRow(cells, line, identity, delivery, warn));
    }
  }
  return { rows, result };
}

/** Writes the new rows in one transaction: a command that fails leaves no trace. */
async function writeRows(
  commitmentId: string,
  fresh: ReadRow[],
  result: ImportResult,
  progress: Progress,
): Promise<void> {
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
      subjectId: commitmentId,
      data: { created: written, read: result.leidas, quarantined: result.en_cuarentena.length },
    });
  });
}
