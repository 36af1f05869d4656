import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { stepNumber } from './rules.ts';
import { moveForward } from './store.server.ts';
import { ideaSteps, type IdeaStep } from './types.ts';

/** Moves ideas forward on the road within the caller's transaction; those already at the step or beyond stay. */
export async function advanceIdeas(
  tx: Tx,
  actor: Actor,
  ideaIds: string[],
  step: IdeaStep,
  options: { note?: string; refId?: string } = {},
): Promise<void> {
  const earlier = ideaSteps.slice(0, stepNumber(step) - 1);
  const moved = await moveForward(tx, ideaIds, step, earlier, options.note ?? '', now());
  for (const id of moved) {
    await recordAudit(tx, actor, {
      action: 'ideas.idea-advanced',
      subjectKind: 'idea',
      subjectId: id,
      data: { step, ...(options.refId ? { refId: options.refId } : {}) },
    });
  }
}
