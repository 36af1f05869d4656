import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { openPart } from '#app/domains/ideas/hide-part.server.ts';
import { rewriteTableIdea } from '#app/domains/minutes/rewrite-table-idea.server.ts';
import { rewriteNotices } from '#app/domains/notices/rewrite-notices.server.ts';

/** Gives an idea, the minutes that tell it and the notices about it the words back that were hidden in it. */
export async function restorePart(
  tx: Tx,
  actor: Actor,
  ref: { sealId: string; ideaId: string },
): Promise<void> {
  const texts = await openPart(tx, actor, ref);
  await rewriteTableIdea(tx, ref.ideaId, texts);
  await rewriteNotices(tx, { kind: 'idea', id: ref.ideaId }, texts);
}
