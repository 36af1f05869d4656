import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectProposal } from './store.server.ts';
import type { ProposalView } from './types.ts';

/** One proposal in any state; the policy says who sees it. */
export async function getProposal(
  db: Db,
  id: string | undefined,
  locale: Locale,
): Promise<ProposalView> {
  const proposal = isId(id) ? await selectProposal(db, id, locale, now()) : null;
  if (!proposal) throw notFound('page_not_found');
  return proposal;
}
