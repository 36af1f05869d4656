import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canEditReasons } from './policy.ts';
import { selectReason, upsertReason } from './reason.store.server.ts';
import type { ReasonRow } from './types.ts';

/** Writes a reason of the catalogue. Nothing is deleted: a reason that no longer serves gets its last day. */
export async function saveReason(actor: Actor, reason: ReasonRow): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canEditReasons(actor));
    const before = await selectReason(tx, reason.code);
    await upsertReason(tx, reason);
    await recordAudit(tx, actor, {
      action: 'moderation.reason-saved',
      subjectKind: 'razon',
      subjectId: reason.code,
      data: { before, after: reason },
    });
  });
}
