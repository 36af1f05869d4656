import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { reopenComment, type DecidedComment } from './decided.store.server.ts';
import { tellComment } from './tell-comment.server.ts';

/** Shows a comment as its author wrote it; the caller has locked it and checked who may. */
export async function restoreComment(tx: Tx, actor: Actor, comment: DecidedComment): Promise<void> {
  await reopenComment(tx, comment.id);
  await recordAudit(tx, actor, {
    action: 'ideas.comment-restored',
    subjectKind: 'comentario',
    subjectId: comment.id,
  });
  // Who was answered by a comment that nobody had seen hears of it now.
  if (comment.state === 'rechazado')
    await tellComment(tx, actor, { ...comment, answeredId: comment.parentId });
}
