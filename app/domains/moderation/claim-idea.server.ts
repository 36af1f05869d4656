import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { requireReviewed } from './require-reviewed.server.ts';
import { selectClaim, upsertClaim } from './decision.store.server.ts';
import { canDecide } from './policy.ts';
import { mayClaim, claimEnds, isWaiting } from './rules.ts';

/** A moderator takes an idea from the queue for half an hour; taking it again begins the half hour anew. */
export async function claimIdea(actor: Actor, ideaId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await requireReviewed(tx, actor, ideaId);
    const idea = await lockIdea(tx, ideaId);
    authorize(canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
    if (!isWaiting(idea)) throw conflict('already_decided');
    const claim = await selectClaim(tx, ideaId, now());
    authorize(mayClaim(claim, actor.personId));
    await upsertClaim(tx, {
      ideaId,
      moderatorId: personIdOf(actor),
      at: now(),
      expiresAt: claimEnds(now()),
    });
    if (!claim)
      await recordAudit(tx, actor, {
        action: 'moderation.idea-claimed',
        subjectKind: 'idea',
        subjectId: ideaId,
      });
  });
}
