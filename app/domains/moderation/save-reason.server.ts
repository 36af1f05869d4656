import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canEditReasons } from './policy.ts';
import { selectReason, upsertReason } from './reason.store.server.ts';
import type { ReasonInput } from './schema.ts';

/** Writes a reason of the catalogue. Nothing is deleted: a reason that no longer serves gets its last day. */
export async function saveReason(actor: Actor, input: ReasonInput): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canEditReasons(actor));
    const before = await selectReason(tx, input.codigo);
    const after = {
      code: input.codigo,
      decision: input.decision,
      hides: input.oculta,
      asksBody: input.pide_entidad,
      labelEs: input.nombre_es,
      labelEn: input.nombre_en,
      explanationEs: input.explicacion_es,
      explanationEn: input.explicacion_en,
      validFrom: input.desde,
      validTo: input.hasta ?? null,
    };
    await upsertReason(tx, after);
    await recordAudit(tx, actor, {
      action: 'moderation.reason-saved',
      subjectKind: 'razon',
      subjectId: input.codigo,
      data: { before, after },
    });
  });
}
