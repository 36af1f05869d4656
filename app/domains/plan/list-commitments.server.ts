import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectActiveCommitments } from './store.server.ts';
import type { CommitmentSummary } from './types.ts';

/** The commitments of the active plan, by number, with who answers for each. */
export async function listCommitments(db: Db, locale: Locale = 'es'): Promise<CommitmentSummary[]> {
  return await selectActiveCommitments(db, locale);
}
