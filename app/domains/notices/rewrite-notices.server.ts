import type { Tx } from '#app/platform/db/db.server.ts';
import { updateParams } from './store.server.ts';
import type { Subject } from './types.ts';

/** Writes `now` wherever a notice about a subject says `was`: what was hidden in a title is hidden there too. */
export async function rewriteNotices(
  tx: Tx,
  subject: Subject,
  texts: readonly { was: string; now: string }[],
): Promise<void> {
  for (const text of texts) await updateParams(tx, subject, text);
}
