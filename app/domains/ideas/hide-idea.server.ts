import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { mayMove } from './rules.ts';
import { updateIdea } from './store.server.ts';

/** Hides a published idea behind a tombstone with its reason; the caller saw that two people agreed. */
export async function hideIdea(
  tx: Tx,
  actor: Actor,
  ideaId: string,
  reason: string,
): Promise<void> {
  const idea = await lockIdea(tx, ideaId);
  authorize(mayMove(idea.state, 'oculta'));
  await updateIdea(tx, ideaId, { state: 'oculta', state_reason: reason, edit_review_at: null });
  await recordAudit(tx, actor, {
    action: 'ideas.idea-hidden',
    subjectKind: 'idea',
    subjectId: ideaId,
  });
}
