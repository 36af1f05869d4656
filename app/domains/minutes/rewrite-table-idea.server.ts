import type { Tx } from '#app/platform/db/db.server.ts';
import { updateTableIdeaText } from './store.server.ts';

/** What was hidden in an idea is hidden in the idea of a table that became it, which minutes tell; and given back. */
export async function rewriteTableIdea(
  tx: Tx,
  ideaId: string,
  texts: readonly { was: string; now: string }[],
): Promise<void> {
  for (const text of texts) await updateTableIdeaText(tx, ideaId, text);
}
