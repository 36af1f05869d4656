import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectCommitment } from './store.server.ts';
import type { CommitmentView } from './types.ts';

/** One commitment of the active plan or of an archived one. */
export async function getCommitment(
  db: Db,
  slug: string,
  locale: Locale = 'es',
): Promise<CommitmentView> {
  const commitment = await selectCommitment(db, slug, locale);
  if (!commitment) throw notFound('page_not_found');
  return commitment;
}
