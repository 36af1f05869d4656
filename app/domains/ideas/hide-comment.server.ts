import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { markCommentHidden } from './comment.store.server.ts';

/** Hides a comment; what stays is a line with the reason. */
export async function hideComment(
  tx: Tx,
  actor: Actor,
  commentId: string,
  reason: string,
): Promise<void> {
  if (!(await markCommentHidden(tx, commentId, reason))) throw conflict('already_decided');
  await recordAudit(tx, actor, {
    action: 'ideas.comment-hidden',
    subjectKind: 'comentario',
    subjectId: commentId,
  });
}
