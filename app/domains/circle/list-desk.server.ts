import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { listPendingProposals } from '#app/domains/proposals/list-proposals.server.ts';
import type { ProposalSummary } from '#app/domains/proposals/types.ts';
import { canReadTable } from './policy.ts';
import { selectCommissionsOf } from './member.store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/** What waits before the Circle: first that of the reader's own commissions, then the rest; the most overdue on top. */
export async function listDesk(
  db: Db,
  actor: Actor,
  locale: Locale,
): Promise<{ own: ProposalSummary[]; others: ProposalSummary[]; isMember: boolean }> {
  authorize(canReadTable(actor));
  const none: string[] = [];
  const [pending, commissions] = await Promise.all([
    listPendingProposals(db, 'all', locale),
    actor.personId ? selectCommissionsOf(db, actor.personId, civilDay(now())) : none,
  ]);
  const isOwn = (proposal: ProposalSummary) => commissions.includes(proposal.commitment.id);
  return {
    own: pending.filter(isOwn),
    others: pending.filter((proposal) => !isOwn(proposal)),
    isMember: commissions.length > 0,
  };
}
