import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import {
  lockHeldComment,
  settleHeldComment,
} from '#app/domains/ideas/settle-held-comment.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { canDecide, canReadQueue } from './policy.ts';
import type { CommentDecision } from './schema.ts';

const kinds = {
  publicar: 'comment_released',
  ocultar: 'comment_masked',
  rechazar: 'comment_rejected',
} as const;

/** A moderator publishes a held comment, publishes it without its personal data, or does not, with a reason. */
export async function decideComment(
  actor: Actor,
  id: string,
  { decision, reason }: CommentDecision,
): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canReadQueue(actor));
    const held = await lockHeldComment(tx, id);
    authorize(canDecide(actor, held));
    await settleHeldComment(
      tx,
      actor,
      held,
      decision === 'rechazar'
        ? { to: 'rechazado', reason }
        : { to: 'publicado', hides: decision === 'ocultar' },
    );
    await recordAudit(tx, actor, {
      action: 'moderation.comment-decided',
      subjectKind: 'comentario',
      subjectId: id,
      data: { decision },
    });
    if (held.authorId)
      await notify(tx, {
        personIds: [held.authorId],
        kind: kinds[decision],
        subject: { kind: 'idea', id: held.ideaId },
        params: { title: held.ideaTitle },
      });
  });
}
