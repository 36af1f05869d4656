import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { mayMove } from './rules.ts';
import { updateIdea } from './store.server.ts';
import type { IdeaView } from './types.ts';

/** Puts a returned idea back into the queue after its author answered; the caller locked it and kept the answer. */
export async function resumeTriage(tx: Tx, actor: Actor, idea: IdeaView): Promise<void> {
  authorize(mayMove(idea.state, 'enviada'));
  await updateIdea(tx, idea.id, { state: 'enviada', state_reason: '' });
  await recordAudit(tx, actor, {
    action: 'ideas.idea-answered',
    subjectKind: 'idea',
    subjectId: idea.id,
  });
}
