import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { hidePart } from '#app/domains/ideas/hide-part.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { rewriteTableIdea } from '#app/domains/minutes/rewrite-table-idea.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { rewriteNotices } from '#app/domains/notices/rewrite-notices.server.ts';
import { selectClaim } from './decision.store.server.ts';
import { canDecide } from './policy.ts';
import { mayClaim } from './rules.ts';
import type { PartInput } from './schema.ts';

/**
 * A moderator hides personal data in an idea, in every place where its texts are kept: the idea, its versions and
 * notes, the minutes that tell it, the notices about it. The originals are sealed, the reason is public, and its
 * author, who is told, can appeal.
 */
export async function hideIdeaPart(actor: Actor, ideaId: string, input: PartInput): Promise<void> {
  await inTransaction(async (tx) => {
    if (!isId(ideaId)) throw notFound('page_not_found');
    const idea = await lockIdea(tx, ideaId);
    authorize(canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
    authorize(mayClaim(await selectClaim(tx, ideaId, now()), actor.personId));
    const texts = await hidePart(tx, actor, idea, input);
    await rewriteTableIdea(tx, ideaId, texts);
    await rewriteNotices(tx, { kind: 'idea', id: ideaId }, texts);
    await recordAudit(tx, actor, {
      action: 'moderation.part-hidden',
      subjectKind: 'idea',
      subjectId: ideaId,
      data: { parts: input.words.length, explanation: input.explanation },
    });
    if (idea.authorId)
      await notify(tx, {
        personIds: [idea.authorId],
        kind: 'idea_part_hidden',
        subject: { kind: 'idea', id: ideaId },
        params: { title: (await getIdea(tx, ideaId)).title, explanation: input.explanation },
      });
  });
}
