import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { ReasonedDecision, ReasonRow } from './types.ts';

type Row = {
  code: string;
  decision: ReasonedDecision;
  hides: boolean;
  asks_body: boolean;
  label_es: string;
  label_en: string;
  explanation_es: string;
  explanation_en: string;
  valid_from: string;
  valid_to: string | null;
};

function rowOf(row: Row): ReasonRow {
  return {
    code: row.code,
    decision: row.decision,
    hides: row.hides,
    asksBody: row.asks_body,
    labelEs: row.label_es,
    labelEn: row.label_en,
    explanationEs: row.explanation_es,
    explanationEn: row.explanation_en,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** The whole catalogue, or what is in force on a day (`YYYY-MM-DD`). */
export async function selectReasons(db: Db, on?: string): Promise<ReasonRow[]> {
  let query = db.selectFrom('triage_reason').selectAll().orderBy('decision').orderBy('label_es');
  if (on)
    query = query.where((eb) =>
      eb.and([
        eb('valid_from', '<=', on),
        eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]),
      ]),
    );
  return (await query.execute()).map(rowOf);
}

/** A reason of the catalogue, in force or not. */
export async function selectReason(db: Db, code: string): Promise<ReasonRow | null> {
  const row = await db
    .selectFrom('triage_reason')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  return row ? rowOf(row) : null;
}

/** Writes a reason, new or known by its code. */
export async function upsertReason(tx: Tx, reason: ReasonRow): Promise<void> {
  const values = {
    decision: reason.decision,
    hides: reason.hides,
    asks_body: reason.asksBody,
    label_es: reason.labelEs,
    label_en: reason.labelEn,
    explanation_es: reason.explanationEs,
    explanation_en: reason.explanationEn,
    valid_from: reason.validFrom,
    valid_to: reason.validTo,
  };
  await tx
    .insertInto('triage_reason')
    .values({ code: reason.code, ...values })
    .onConflict((oc) => oc.column('code').doUpdateSet(values))
    .execute();
}
