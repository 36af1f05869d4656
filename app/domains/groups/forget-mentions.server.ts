import type { Tx } from '#app/platform/db/db.server.ts';
import { deleteUnlinked } from './mention.store.server.ts';

/** Names that nobody linked to a group go with what was declared. */
export async function forgetMentions(tx: Tx, meetingId: string): Promise<void> {
  await deleteUnlinked(tx, meetingId);
}
