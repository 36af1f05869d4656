import type { Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockIdeaRow, selectIdea } from './store.server.ts';
import type { IdeaView } from './types.ts';

/**
 * Locks an idea for the rest of the transaction and reads it as it now is. What was never sent is
 * there only for its author.
 */
export async function lockIdea(tx: Tx, id: string, reader: Actor | null = null): Promise<IdeaView> {
  const locked = await lockIdeaRow(tx, id);
  const idea = locked ? await selectIdea(tx, id, reader?.personId ?? null) : null;
  if (!idea) throw notFound('page_not_found');
  return idea;
}
