import type { Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { openSealedComment } from '#app/domains/ideas/get-decided-comment.server.ts';
import { openSeal } from '#app/domains/ideas/get-seal.server.ts';
import { selectAppeal } from './appeal.store.server.ts';
import { appealedBy } from './get-appealed.server.ts';
import { canReadQueue, canSettleAppeal } from './policy.ts';

/**
 * What a text said before a part of it was hidden, for whoever may settle the appeal about it and while it waits; each
 * reading leaves an audit row.
 */
export async function readSealed(actor: Actor, appealId: string): Promise<string[]> {
  return await inTransaction(async (tx) => {
    authorize(canReadQueue(actor));
    const appeal = isId(appealId) ? await selectAppeal(tx, appealId) : null;
    if (!appeal) throw notFound('page_not_found');
    const subject = await appealedBy(tx, appeal);
    authorize(canSettleAppeal(actor, subject, subject.deciders));
    if (appeal.outcome !== null || !subject.sealed) throw conflict('already_decided');
    await recordAudit(tx, actor, {
      action: 'moderation.sealed-read',
      subjectKind: subject.commentId ? 'comentario' : 'idea',
      subjectId: subject.commentId ?? subject.ideaId,
    });
    return subject.sealId
      ? await openSeal(tx, { id: subject.sealId, ideaId: subject.ideaId })
      : await openSealedComment(tx, subject.commentId ?? '');
  });
}
