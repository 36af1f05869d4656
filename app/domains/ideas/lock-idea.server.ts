import { notFound } from '#app/kernel/errors.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { lockIdeaRow, selectIdea } from './store.server.ts';
import type { IdeaView } from './types.ts';

/** Locks an idea for the rest of the transaction and reads it as it now is. */
export async function lockIdea(tx: Tx, id: string): Promise<IdeaView> {
  const idea = (await lockIdeaRow(tx, id)) ? await selectIdea(tx, id) : null;
  if (!idea) throw notFound('page_not_found');
  return idea;
}
