import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { selectReasons, upsertReason } from './reason.store.server.ts';
import type { ReasonsData } from './reasons.schema.ts';

/** The catalogue of reasons as plain data, for a set-up file. */
export async function readReasons(db: Db): Promise<ReasonsData> {
  return (await selectReasons(db)).map((row) => ({
    code: row.code,
    decision: row.decision,
    hides: row.hides,
    asksBody: row.asksBody,
    label: { es: row.labelEs, en: row.labelEn },
    explanation: { es: row.explanationEs, en: row.explanationEn },
    validFrom: row.validFrom,
    validTo: row.validTo,
  }));
}

/** Writes reasons by their code; those that a file leaves out stay, since decisions name them. */
export async function writeReasons(tx: Tx, actor: Actor, data: ReasonsData): Promise<void> {
  for (const { label, explanation, ...reason } of data)
    await upsertReason(tx, {
      ...reason,
      labelEs: label.es,
      labelEn: label.en,
      explanationEs: explanation.es,
      explanationEn: explanation.en,
    });
  await recordAudit(tx, actor, {
    action: 'moderation.reason-saved',
    subjectKind: 'razon',
    subjectId: 'archivo',
    data: { reasons: data.length },
  });
}
