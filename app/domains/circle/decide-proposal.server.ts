import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { advanceIdeas } from '#app/domains/ideas/advance-ideas.server.ts';
import { settleProposal } from '#app/domains/proposals/settle-proposal.server.ts';
import { insertDecision } from './decision.store.server.ts';
import { tellDecision } from './jobs.ts';
import { openTable } from './open-table.server.ts';
import { mayMeet, mayDecide, countVotes, missingAnswers, missingUntil } from './rules.ts';
import type { DecisionInput } from './schema.ts';
import { selectSeats } from './store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * The commission answers: with quorum, with a majority that agrees, and with a reason for each idea. The proposal
 * is locked, so of two members who decide at once one is told that it was already decided. The votes are
 * frozen with the decision, and everybody behind the ideas is told by a job.
 */
export async function decideProposal(
  actor: Actor,
  proposalId: string | undefined,
  input: DecisionInput,
): Promise<{ id: string }> {
  return await inTransaction(async (tx) => {
    const { proposal, member } = await openTable(tx, actor, proposalId);
    const { decision, reasons, until, taken, notTaken } = input;
    const today = civilDay(now());
    const answers = proposal.ideas.map((idea) => ({
      ideaId: idea.id,
      taken: taken[idea.id] ?? '',
      notTaken: notTaken[idea.id] ?? '',
    }));
    const seats = (await selectSeats(tx, proposal.id, proposal.commitmentId, today)).map(
      ({ memberId, sector, present, vote }) => ({ memberId, sector, present, vote }),
    );
    // Without quorum nothing can be decided, however well it is written: that is told first.
    authorize(mayMeet(seats));
    const missing = {
      ...missingUntil(decision, until, today),
      ...missingAnswers(decision, answers),
    };
    if (Object.keys(missing).length > 0) throw fieldErrors(missing);
    authorize(mayDecide(decision, seats));

    const isFinal = decision !== 'aplazada';
    const id = newId();
    const bySector = countVotes(seats);
    await insertDecision(tx, {
      id,
      proposalId: proposal.id,
      decision,
      reasons,
      lang: actor.locale,
      until: isFinal ? null : (until ?? null),
      at: now(),
      memberId: member.memberId,
      votes: { seats, bySector },
      answers: isFinal ? answers : [],
    });
    await settleProposal(tx, proposal, isFinal ? 'decidida' : 'aplazada');
    const ideaIds = answers.map((answer) => answer.ideaId);
    if (isFinal) await advanceIdeas(tx, actor, ideaIds, 'decidida', { note: reasons, refId: id });
    await recordAudit(tx, actor, {
      action: 'circle.proposal-decided',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: {
        decisionId: id,
        decision,
        ideas: ideaIds,
        votos: bySector,
        ...(until && !isFinal ? { hasta: until } : {}),
      },
    });
    await enqueue(tx, tellDecision, { decisionId: id });
    return { id };
  });
}
