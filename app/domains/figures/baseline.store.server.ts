import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Baseline } from './baseline.rules.ts';

export async function selectBaseline(db: Db): Promise<Baseline[]> {
  const rows = await db
    .selectFrom('baseline')
    .select(['measure', 'value', 'share', 'persons', 'definition', 'as_of', 'source', 'territory'])
    .orderBy('measure')
    .orderBy('value')
    .execute();
  return rows.map((row) => ({
    measure: row.measure as Measure,
    value: row.value,
    share: Number(row.share),
    persons: row.persons,
    definition: row.definition,
    asOf: row.as_of,
    source: row.source,
    territory: row.territory,
  }));
}

/** Puts new rows in the place of all rows of a measure; none leave it without. */
export async function replaceMeasure(
  tx: Tx,
  measure: Measure,
  rows: Baseline[],
  at: Date,
): Promise<void> {
  await tx.deleteFrom('baseline').where('measure', '=', measure).execute();
  if (rows.length > 0) await insertRows(tx, rows, at);
}

/** Puts new rows in the place of all rows of the measures that they name. */
export async function replaceRows(tx: Tx, rows: Baseline[], at: Date): Promise<void> {
  await tx
    .deleteFrom('baseline')
    .where('measure', 'in', [...new Set(rows.map(({ measure }) => measure))])
    .execute();
  await insertRows(tx, rows, at);
}

async function insertRows(tx: Tx, rows: Baseline[], at: Date): Promise<void> {
  await tx
    .insertInto('baseline')
    .values(
      rows.map((row) => ({
        measure: row.measure,
        value: row.value,
        share: row.share,
        persons: row.persons,
        definition: row.definition,
        as_of: row.asOf,
        source: row.source,
        territory: row.territory,
        loaded_at: at,
      })),
    )
    .execute();
}
