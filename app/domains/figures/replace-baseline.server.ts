import { Readable } from 'node:stream';
import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { readCsv } from '#app/platform/files/read-csv.server.ts';
import { fileErrors } from '#app/platform/http/field-errors.ts';
import { canRunPlan } from '#app/domains/plan/policy.ts';
import { readBaseline } from './baseline.rules.ts';
import { replaceRows } from './baseline.store.server.ts';
import { readCatalogues } from './read-catalogues.server.ts';
import { valuesOf } from './tables.ts';

/**
 * Replaces the population that participation is compared with, by a file. The variables that the
 * file names take its rows; others keep theirs. Nothing is written when a line is wrong: each is
 * told with its reason beside the field `archivo`.
 */
export async function replaceBaseline(
  actor: Actor,
  given: { name: string; bytes: Uint8Array },
): Promise<void> {
  authorize(canRunPlan(actor));
  let table;
  try {
    table = await readCsv(Readable.from([given.bytes]), given.name);
  } catch (error) {
    throw fileErrors('archivo', [
      { linea: 0, motivo: error instanceof Error ? error.message : String(error) },
    ]);
  }
  const catalogues = await readCatalogues(getDb());
  const { rows, problems } = readBaseline(table, given.name, (measure, value) =>
    valuesOf(measure, catalogues).includes(value),
  );
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
