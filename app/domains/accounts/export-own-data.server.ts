import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { canUseAccount } from './policy.ts';
import type { PersonalData } from './types.ts';

/**
 * Everything the slices keep of the person who asks, for the file they download; `session` is the
 * token of their session, by which the database gives what they declared.
 */
export async function exportOwnData(
  actor: Actor,
  session: string,
  slices: Record<string, PersonalData>,
): Promise<Record<string, unknown>> {
  authorize(canUseAccount(actor));
  const personId = personIdOf(actor);
  await inTransaction(async (tx) => {
    await recordAudit(tx, actor, {
      action: 'accounts.data-exported',
      subjectKind: 'person',
      subjectId: personId,
    });
  });
  const collected: Record<string, unknown> = {};
  for (const slice of Object.values(slices))
    Object.assign(collected, await slice.collect?.(getDb(), personId, session));
  return { generado_en: now().toISOString(), ...collected };
}
