import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { fileErrors } from '#app/platform/http/field-errors.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import { nameColumns } from '#app/platform/spreadsheets/name-columns.ts';
import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import { SheetRefused, type Sheet } from '#app/platform/spreadsheets/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { matchLocality } from '#app/domains/plan/match-locality.ts';
import { canRunPlan } from '#app/domains/plan/policy.ts';
import { baselineFileColumns, readBaseline } from './baseline.rules.ts';
import { replaceRows } from './baseline.store.server.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { valuesOf } from './tables.ts';

/**
 * Replaces the population that participation is compared with, by a file. The variables that the
 * file names take its rows; others keep theirs. Nothing is written when a line is wrong: each is
 * told with its reason beside the field `archivo`.
 */
export async function replaceBaseline(actor: Actor, given: { bytes: Uint8Array }): Promise<void> {
  authorize(canRunPlan(actor));
  const table = await readFile(given.bytes);
  const [catalogues, localities] = await Promise.all([
    readCatalogues(getDb()),
    listLocalities(getDb()),
  ]);
  const { rows, problems } = readBaseline(table, (measure, text) => {
    if (measure === 'localidad') return matchLocality(text, localities);
    return (
      valuesOf(measure, catalogues).find((value) => columnKey(value) === columnKey(text)) ?? null
    );
  });
  const lines = [...table.problems, ...problems];
  if (lines.length > 0) throw fileErrors('archivo', lines);
  await inTransaction(async (tx) => {
    await replaceRows(tx, rows, now());
    await recordAudit(tx, actor, {
      action: 'figures.baseline-replaced',
      subjectKind: 'baseline',
      subjectId: 'poblacion',
      data: {
        rows: rows.length,
        measures: [...new Set(rows.map(({ measure }) => measure))].join(' '),
      },
    });
  });
}

/** What a file of the population may hold: it has a row a group. */
const limits = { bytes: 2 * 1024 * 1024, rows: 5000, columns: 60 };

/** The table of the file, or what is wrong with it beside its field. */
async function readFile(bytes: Uint8Array): Promise<Sheet> {
  try {
    const isColumn = (key: string) => key === 'variable' || key === 'valor';
    return nameColumns(await readSpreadsheet(bytes, { isColumn, limits }), baselineFileColumns);
  } catch (error) {
    throw error instanceof SheetRefused ? fileErrors('archivo', error.problems) : error;
  }
}
