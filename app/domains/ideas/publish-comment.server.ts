import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { requireVerified } from '#app/domains/accounts/policy.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { checkText } from './checks.ts';
import { insertComment, selectComment } from './comment.store.server.ts';
import { getIdea } from './get-idea.server.ts';
import { requireOpenPhase } from './open-phase.server.ts';
import { canComment } from './policy.ts';
import type { CommentView } from './types.ts';

export type CommentInput = {
  text: string;
  /** The comment that it answers. */
  answers?: string | undefined;
  stance?: CommentView['stance'] | undefined;
};

/** Publishes a comment on an idea, or an answer to one (two levels: an answer to an answer joins its parent). */
export async function publishComment(
  actor: Actor,
  ideaId: string,
  input: CommentInput,
): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const idea = await getIdea(tx, ideaId);
    authorize(canComment(actor, idea));
    requireVerified(actor);
    await requireOpenPhase(tx, idea.commitment.id, 'ideas');
    const found = checkText('', input.text);
    if (found.length > 0)
      throw fieldErrors({
        texto: found.includes('personal_data') ? 'comment_personal_data' : 'held_by_checks',
      });
    const answered = input.answers ? await selectComment(tx, input.answers) : null;
    if (input.answers && answered?.ideaId !== ideaId)
      throw fieldErrors({ responde_a: 'choose_one' });
    const id = newId();
    await insertComment(tx, {
      id,
      ideaId,
      parentId: answered ? (answered.parentId ?? answered.id) : null,
      authorId: personIdOf(actor),
      body: input.text,
      stance: input.stance ?? null,
      lang: actor.locale,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'ideas.comment-published',
      subjectKind: 'idea',
      subjectId: ideaId,
      data: { commentId: id },
    });
    const told = [answered?.authorId, answered ? null : idea.authorId].filter(
      (person): person is string => Boolean(person) && person !== actor.personId,
    );
    if (told.length > 0)
      await notify(tx, {
        personIds: told,
        kind: 'comment_reply',
        subject: { kind: 'idea', id: ideaId },
        params: { title: idea.title },
      });
    return { id };
  });
}
