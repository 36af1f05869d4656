import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import {
  findPersonalData,
  hideSpans,
  markFor,
} from '#app/platform/personal-data/find-personal-data.ts';
import { mustWait } from './checks.ts';
import { lockHeld, updateHeld, type HeldComment } from './comment.store.server.ts';
import { canChangeComment } from './policy.ts';
import { tellComment } from './tell-comment.server.ts';

/** Takes a comment that waits; a second moderator waits here and finds it decided. */
export async function lockHeldComment(tx: Tx, id: string): Promise<HeldComment> {
  const held = isId(id) ? await lockHeld(tx, id) : null;
  if (!held) throw conflict('already_decided');
  return held;
}

/** The text without the personal data that the detector finds in it. */
function hidden({ body, lang }: HeldComment): string {
  return hideSpans(body, findPersonalData(body), markFor(lang));
}

/** Carries out a moderator's decision on a comment that the caller has locked and whose permission it checked. */
export async function settleHeldComment(
  tx: Tx,
  actor: Actor,
  held: HeldComment,
  outcome: { to: 'publicado'; hides: boolean } | { to: 'rechazado'; reason: string },
): Promise<void> {
  if (outcome.to === 'rechazado') {
    const { to: state, reason } = outcome;
    return await updateHeld(tx, held.id, {
      state,
      body: held.body,
      sealedBody: '',
      reason,
      by: actor.personId,
    });
  }
  await updateHeld(tx, held.id, {
    state: 'publicado',
    body: outcome.hides ? hidden(held) : held.body,
    sealedBody: outcome.hides ? held.body : '',
    reason: '',
    by: actor.personId,
  });
  await tellComment(tx, actor, { ...held, answeredId: held.parentId });
}

/**
 * The author hides what was marked in her own comment, for good. It is public unless something else in it still has to
 * wait.
 */
export async function hideOwnData(actor: Actor, id: string): Promise<{ held: boolean }> {
  return await inTransaction(async (tx) => {
    const held = await lockHeldComment(tx, id);
    authorize(canChangeComment(actor, held));
    const body = hidden(held);
    const waits = mustWait(body);
    await updateHeld(tx, id, {
      state: waits ? 'retenido' : 'publicado',
      body,
      sealedBody: '',
      reason: '',
      by: null,
    });
    await recordAudit(tx, actor, {
      action: 'ideas.comment-data-hidden',
      subjectKind: 'comentario',
      subjectId: id,
    });
    if (!waits) await tellComment(tx, actor, { ...held, answeredId: held.parentId });
    return { held: waits };
  });
}
