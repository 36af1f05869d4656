import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { conflict } from '#app/kernel/errors.ts';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';
import { canBuildProposal } from './policy.ts';
import type { ProposalInput } from './schema.ts';
import { insertProposal } from './store.server.ts';
import { lockPublished, selectTakenElsewhere } from './idea.store.server.ts';
import type { ProposalFields } from './types.ts';

/** The form's fields as a dossier keeps them, the ideas in the order in which they were chosen. */
export function fieldsFrom(input: ProposalInput): ProposalFields {
  return {
    title: input.title,
    problem: input.problem,
    body: input.body,
    ideas: input.ideas.map((id) => ({ id, taken: input.taken[id] ?? '' })),
  };
}

/** Refuses ideas that are not published ideas of the commitment, or that another proposal already carries for good. */
export async function checkChoosable(
  tx: Tx,
  commitmentId: string,
  ideaIds: string[],
  exceptProposalId: string | null,
): Promise<void> {
  const published = await lockPublished(tx, commitmentId, ideaIds);
  if (published.length !== ideaIds.length) throw fieldErrors({ ideas: 'proposal_ideas_unknown' });
  const elsewhere = await selectTakenElsewhere(tx, ideaIds, exceptProposalId);
  if (elsewhere)
    throw conflict('idea_in_other_proposal', {
      idea: elsewhere.ideaNumber,
      proposal: elsewhere.proposalNumber,
    });
}

/** Begins a dossier from published ideas of one commitment; only its moderators see it. */
export async function draftProposal(
  actor: Actor,
  input: ProposalInput & { commitment: string },
): Promise<{ id: string }> {
  return await actOnce(actor, { act: 'proposals.draft', content: input }, async (tx) => {
    const commitment = await getCommitment(tx, input.commitment, actor.locale).catch(() => null);
    if (!commitment || commitment.plan.state !== 'active')
      throw fieldErrors({ compromiso: 'choose_one' });
    authorize(canBuildProposal(actor, commitment.id));
    await checkChoosable(tx, commitment.id, input.ideas, null);
    const id = newId();
    await insertProposal(tx, {
      ...fieldsFrom(input),
      id,
      commitmentId: commitment.id,
      lang: actor.locale,
      createdBy: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'proposals.proposal-drafted',
      subjectKind: 'propuesta',
      subjectId: id,
      data: { commitmentId: commitment.id, ideas: input.ideas },
    });
    return { id };
  });
}
