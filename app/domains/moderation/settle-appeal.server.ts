import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { lockDecidedComment } from '#app/domains/ideas/get-decided-comment.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { restoreComment } from '#app/domains/ideas/restore-comment.server.ts';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import type { NoticeKind } from '#app/domains/notices/types.ts';
import { closeAppeal, lockOpenAppeal, selectAppeal } from './appeal.store.server.ts';
import { appealedBy, type Appealed } from './get-appealed.server.ts';
import { canReadQueue, canSettleAppeal } from './policy.ts';
import { restorePart } from './restore-part.server.ts';
import type { AppealDecisionInput } from './schema.ts';
import type { AppealedKind } from './types.ts';

const kinds: Record<AppealedKind, { revocar: NoticeKind; confirmar: NoticeKind }> = {
  idea: { revocar: 'appeal_granted', confirmar: 'appeal_denied' },
  parte: { revocar: 'part_appeal_granted', confirmar: 'appeal_denied' },
  comentario: { revocar: 'comment_appeal_granted', confirmar: 'comment_appeal_denied' },
};

/** Takes back what was decided: everybody sees it as its author wrote it. */
async function takeBack(tx: Tx, actor: Actor, idea: IdeaView, subject: Appealed): Promise<void> {
  if (subject.kind === 'idea') return await applyTriage(tx, actor, idea, { to: 'publicada' });
  if (subject.kind === 'parte')
    return await restorePart(tx, actor, { sealId: certain(subject.sealId), ideaId: idea.id });
  const comment = await lockDecidedComment(tx, certain(subject.commentId));
  await restoreComment(tx, actor, comment);
}

/** A moderator who had no part in the decision upholds it or takes it back. */
export async function settleAppeal(
  actor: Actor,
  appealId: string,
  input: AppealDecisionInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canReadQueue(actor));
    const appeal = isId(appealId) ? await selectAppeal(tx, appealId) : null;
    if (!appeal) throw notFound('page_not_found');
    const idea = await lockIdea(tx, appeal.ideaId);
    const subject = await appealedBy(tx, appeal);
    authorize(canSettleAppeal(actor, subject, subject.deciders));
    if (!(await lockOpenAppeal(tx, appealId))) throw conflict('already_decided');

    await closeAppeal(tx, appealId, {
      outcome: input.decision === 'revocar' ? 'revocada' : 'confirmada',
      response: input.explanation,
      by: actor.personId,
      at: now(),
    });
    if (input.decision === 'revocar') await takeBack(tx, actor, idea, subject);
    await recordAudit(tx, actor, {
      action: 'moderation.appeal-settled',
      subjectKind: subject.kind === 'comentario' ? 'comentario' : 'idea',
      subjectId: subject.commentId ?? idea.id,
      data: { outcome: input.decision, kind: subject.kind, late: now() > appeal.dueAt },
    });
    if (subject.authorId) {
      await notify(tx, {
        personIds: [subject.authorId],
        kind: kinds[subject.kind][input.decision],
        subject: { kind: 'idea', id: idea.id },
        params: { title: idea.title, explanation: input.explanation },
      });
    }
  });
}
