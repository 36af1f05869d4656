import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Baseline } from './baseline.rules.ts';
import { replaceRows, selectBaseline } from './baseline.store.server.ts';

/** The population as plain data, for a set-up file. */
export async function readBaselineRows(db: Db): Promise<Baseline[]> {
  return await selectBaseline(db);
}

/** Puts the population of the variables that a file names in the place of what was there. */
export async function writeBaseline(tx: Tx, actor: Actor, data: Baseline[]): Promise<void> {
  if (data.length === 0) return;
  await replaceRows(tx, data, now());
  await recordAudit(tx, actor, {
    action: 'figures.baseline-replaced',
    subjectKind: 'baseline',
    subjectId: 'poblacion',
    data: {
      rows: data.length,
      measures: [...new Set(data.map(({ measure }) => measure))].join(' '),
    },
  });
}
