import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { getEvidence } from '#app/domains/proposals/get-evidence.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { listPendingProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { isPublic } from '#app/domains/proposals/policy.ts';
import { findDecisionsOfProposals } from './find-decisions-of-proposals.server.ts';
import { canActAtTable, canReadNotes, canReadTable } from './policy.ts';
import { countVotes, quorumOf } from './rules.ts';
import { selectRequestsOf } from './request.store.server.ts';
import { selectNotes, selectSeats } from './store.server.ts';
import { selectMemberAt } from './member.store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/** The table of one proposal as this reader may see it: dossier, who is there, votes, notes, decisions. */
export async function getDesk(
  db: Db,
  actor: Actor,
  proposalId: string | undefined,
  locale: Locale,
) {
  authorize(canReadTable(actor));
  const proposal = await getProposal(db, proposalId, locale);
  if (!isPublic(proposal.state)) throw notFound('page_not_found');
  const today = civilDay(now());
  const [member, seats, evidence, agenda, decisions, figures, requests, localities] =
    await Promise.all([
      actor.personId ? selectMemberAt(db, actor.personId, proposal.commitment.id, today) : null,
      selectSeats(db, proposal.id, proposal.commitment.id, today),
      getEvidence(
        db,
        proposal.ideas.map((idea) => idea.id),
      ),
      listPendingProposals(db, [proposal.commitment.id], locale),
      findDecisionsOfProposals(db, [proposal.id]),
      getFigures(db, `propuesta:${proposal.id}`),
      selectRequestsOf(db, proposal.id),
      recallLocalities(db),
    ]);
  const isOpen = proposal.state === 'enviada';
  const own = member ? (seats.find((seat) => seat.memberId === member.memberId) ?? null) : null;
  return {
    proposal,
    seats,
    evidence,
    agenda,
    decisions,
    backers: figures.measured,
    requests,
    localities: localities.map(({ code, name }) => ({ code, name })),
    quorum: quorumOf(seats),
    votes: countVotes(seats),
    own: own && { present: own.present, vote: own.vote },
    can: {
      act: isOpen && canActAtTable(actor, member).allowed,
      readNotes: canReadNotes(actor, member).allowed,
    },
    notes: canReadNotes(actor, member).allowed ? await selectNotes(db, proposal.id) : [],
    now: now(),
    tomorrow: civilDay(new Date(now().getTime() + 86_400_000)),
  };
}
export type Desk = Awaited<ReturnType<typeof getDesk>>;
