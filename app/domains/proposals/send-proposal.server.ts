import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { advanceIdeas } from '#app/domains/ideas/advance-ideas.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { rewrite } from './edit-proposal.server.ts';
import { tellProposalSent } from './jobs.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { canBuildProposal } from './policy.ts';
import { mayDeliberate, mayCarry, mayMove, dueAfter, fieldsOf, missingParts } from './rules.ts';
import type { ProposalInput } from './schema.ts';
import { updateState } from './store.server.ts';
import { lockPublished, selectCarriedIdeas } from './idea.store.server.ts';

/**
 * Sends a ready proposal to the commission of its commitment, with the form's fields when they come along.
 * It is public from here; its ideas stand before the Circle and their people are told.
 */
export async function sendProposal(
  actor: Actor,
  id: string | undefined,
  input?: ProposalInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    authorize(canBuildProposal(actor, proposal.commitmentId));
    authorize(mayMove(proposal.state, 'enviada'));
    if (proposal.planState !== 'active') throw conflict('plan_archived');
    authorize(mayDeliberate(await getPhases(tx), now()));
    const fields = input ? await rewrite(tx, actor, proposal, input) : fieldsOf(proposal);
    const missing = missingParts(fields);
    if (Object.keys(missing).length > 0) throw fieldErrors(missing);
    const ideaIds = fields.ideas.map((idea) => idea.id);
    await lockPublished(tx, proposal.commitmentId, ideaIds);
    authorize(mayCarry((await selectCarriedIdeas(tx, [proposal.id])).get(proposal.id) ?? []));
    const dueAt = dueAfter(now());
    await updateState(tx, proposal.id, { state: 'enviada', sentAt: now(), dueAt });
    await advanceIdeas(tx, actor, ideaIds, 'ante_el_circulo', {
      note: fields.title,
      refId: proposal.id,
    });
    await recordAudit(tx, actor, {
      action: 'proposals.proposal-sent',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: { number: proposal.number, ideas: ideaIds, dueAt: dueAt.toISOString() },
    });
    await enqueue(tx, tellProposalSent, { proposalId: proposal.id });
  });
}
