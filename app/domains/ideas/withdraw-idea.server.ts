import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { canChangeIdea } from './policy.ts';
import { mayWithdraw } from './rules.ts';
import { updateIdea } from './store.server.ts';

/**
 * An author takes their own idea back: apart from a rejection, and said so in public. Of a draft
 * that was never sent nobody learns.
 */
export async function withdrawIdea(actor: Actor, ideaId: string, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    const idea = await lockIdea(tx, ideaId, actor);
    authorize(canChangeIdea(actor, idea));
    authorize(mayWithdraw(idea.state, idea.step));
    await updateIdea(tx, ideaId, {
      state: 'retirada',
      state_reason: reason,
      withdrawn_at: now(),
      edit_review_at: null,
    });
    if (idea.submittedAt === null) return;
    await recordAudit(tx, actor, {
      action: 'ideas.idea-withdrawn',
      subjectKind: 'idea',
      subjectId: ideaId,
    });
  });
}
