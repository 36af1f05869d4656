import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { writeDecision } from './decide-idea.server.ts';
import { deleteClaim, selectHeldByOthers } from './decision.store.server.ts';
import { findReason } from './list-reasons.server.ts';
import { canDecide, canDecideMany, readScopes } from './policy.ts';
import { selectQuarantined } from './queue.store.server.ts';
import { checkDecision, mayDecide } from './rules.ts';
import type { BatchInput, DecisionInput } from './schema.ts';
import { tellDecision } from './tell-decision.server.ts';

/** The most that one act decides: more would hold its locks for too long. */
export const batchLimit = 500;

/**
 * Rejects many quarantined ideas at once with one reason, for bursts of automated posts. What is no longer
 * in quarantine, held by another moderator or outside the scope is left as it is and counted.
 */
export async function decideMany(
  actor: Actor,
  input: BatchInput & { commitmentSlug?: string | undefined },
): Promise<{ decided: number; skipped: number }> {
  return await inTransaction(async (tx) => {
    authorize(canDecideMany(actor));
    const decision: DecisionInput = {
      decision: 'rechazar',
      reasonCode: input.reasonCode,
      explanation: input.explanation,
    };
    const named = {
      reason: await findReason(tx, input.reasonCode, 'es', now()),
      target: null,
      kept: null,
    };
    const wrong = checkDecision(decision, { ...named, ideaId: '', commitmentId: '' });
    if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);

    const scope = { scopes: readScopes(actor), commitmentSlug: input.commitmentSlug };
    const asked = input.all
      ? await selectQuarantined(tx, scope, batchLimit)
      : [...new Set(input.ids.filter(isId))].slice(0, batchLimit);
    const held = await selectHeldByOthers(tx, asked, personIdOf(actor), now());
    let decided = 0;
    // One order for everybody: two batches at once wait for each other instead of locking each other out.
    for (const ideaId of asked.sort()) {
      if (held.has(ideaId)) continue;
      const idea = await lockIdea(tx, ideaId).catch(() => null);
      if (!idea || idea.state !== 'cuarentena' || !mayDecide(idea, 'rechazar').allowed) continue;
      if (!canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }).allowed)
        continue;
      await writeDecision(tx, actor, idea, decision, named);
      await deleteClaim(tx, ideaId);
      await tellDecision(tx, idea, {
        input: decision,
        reasonCode: input.reasonCode,
        commitment: null,
        kept: null,
      });
      decided += 1;
    }
    return { decided, skipped: asked.length - decided };
  });
}
