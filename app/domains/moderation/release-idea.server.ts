import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { requireReviewed } from './require-reviewed.server.ts';
import { deleteClaim, selectClaim } from './decision.store.server.ts';
import { canDecide } from './policy.ts';
import { mayClaim } from './rules.ts';

/** Puts an idea back for others; without a claim there is nothing to do. */
export async function releaseIdea(actor: Actor, ideaId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await requireReviewed(tx, actor, ideaId);
    const idea = await lockIdea(tx, ideaId);
    authorize(canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
    const claim = await selectClaim(tx, ideaId, now());
    authorize(mayClaim(claim, actor.personId));
    if (!claim) return;
    await deleteClaim(tx, ideaId);
    await recordAudit(tx, actor, {
      action: 'moderation.idea-released',
      subjectKind: 'idea',
      subjectId: ideaId,
    });
  });
}
