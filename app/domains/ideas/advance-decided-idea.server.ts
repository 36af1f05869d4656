import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { advanceIdeas } from './advance-ideas.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { canAdvance } from './policy.ts';
import { isAhead, stepNumber } from './rules.ts';

/**
 * Coordination notes that a decided idea entered the commitment's text, or that it was fulfilled, with
 * what shows it.
 */
export async function advanceDecidedIdea(
  actor: Actor,
  input: { ideaId: string; step: 'en_el_compromiso' | 'cumplida'; note: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canAdvance(actor));
    const idea = await lockIdea(tx, input.ideaId);
    if (stepNumber(idea.step) < stepNumber('decidida')) throw conflict('idea_not_decided');
    if (!isAhead(idea.step, input.step)) throw conflict('idea_already_there');
    if (input.step === 'cumplida' && idea.step !== 'en_el_compromiso')
      throw conflict('idea_not_in_commitment');
    await advanceIdeas(tx, actor, [idea.id], input.step, { note: input.note });
    if (idea.authorId)
      await notify(tx, {
        personIds: [idea.authorId],
        kind: 'idea_advanced',
        subject: { kind: 'idea', id: idea.id },
        params: { title: idea.title, explanation: input.note },
      });
  });
}
