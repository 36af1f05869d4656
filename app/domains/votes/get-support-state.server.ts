import type { Actor } from '#app/kernel/actor.ts';
import type { AppError } from '#app/kernel/errors.ts';
import { all } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { canSupport } from './policy.ts';
import { maySupport } from './rules.ts';
import { selectSupported, selectSupportable } from './store.server.ts';

export type SupportState = {
  supported: boolean;
  refused: { reason: string; params: AppError['params'] } | null;
  until: Date | null;
};

/** Whether this visitor supports the idea and whether they may act now, by the same policy and rule as the command. */
export async function getSupportState(
  db: Db,
  actor: Actor | null,
  ideaId: string,
): Promise<SupportState> {
  const idea = await selectSupportable(db, ideaId);
  if (!idea)
    return { supported: false, refused: { reason: 'page_not_found', params: {} }, until: null };
  const supported = actor?.personId
    ? (await selectSupported(db, actor.personId, [ideaId])).length > 0
    : false;
  const rule = maySupport(idea, now());
  const policy = actor ? canSupport(actor, idea) : null;
  const verdict = policy ? all(rule, policy) : rule;
  return {
    supported,
    refused: verdict.allowed
      ? null
      : { reason: verdict.error.reason, params: verdict.error.params },
    until: idea.phase?.closesAt ?? null,
  };
}
