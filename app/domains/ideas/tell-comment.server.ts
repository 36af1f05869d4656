import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { selectComment } from './comment.store.server.ts';
import { getIdea } from './get-idea.server.ts';

/**
 * What every comment leaves behind once it is public: who was answered knows, and the audit row where its author made
 * it public (a moderator leaves the row of her decision).
 */
export async function tellComment(
  tx: Tx,
  actor: Actor,
  comment: { id: string; ideaId: string; authorId: string | null; answeredId: string | null },
): Promise<void> {
  const { id, ideaId, authorId, answeredId } = comment;
  if (authorId === actor.personId)
    await recordAudit(tx, actor, {
      action: 'ideas.comment-published',
      subjectKind: 'idea',
      subjectId: ideaId,
      data: { commentId: id },
    });
  const idea = await getIdea(tx, ideaId);
  const told = answeredId ? (await selectComment(tx, answeredId))?.authorId : idea.authorId;
  if (told && told !== authorId)
    await notify(tx, {
      personIds: [told],
      kind: 'comment_reply',
      subject: { kind: 'idea', id: ideaId },
      params: { title: idea.title },
    });
}
