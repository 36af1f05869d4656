import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockCall, noteTry, settleCalls } from './call.store.server.ts';
import { canHandleLetters } from './policy.ts';
import { callDue } from './rules.ts';
import type { CallInput } from './schema.ts';

/** Notes what came of a call: nobody answered, it stays; a wrong number is called no more. */
export async function noteCall(actor: Actor, input: CallInput): Promise<void> {
  authorize(canHandleLetters(actor));
  await inTransaction(async (tx) => {
    const call = await lockCall(tx, input.callId);
    if (!call) throw conflict('call_made');
    const at = now();
    if (input.result === 'no_contesto') await noteTry(tx, call.id, callDue(at), at);
    else {
      const state = input.result === 'hablamos' ? 'hablada' : 'equivocada';
      await settleCalls(tx, call.letterId, state, personIdOf(actor), at);
    }
    await recordAudit(tx, actor, {
      action: 'letters.call-noted',
      subjectKind: 'letter',
      subjectId: call.letterId,
      data: { about: call.about, result: input.result },
    });
  });
}
