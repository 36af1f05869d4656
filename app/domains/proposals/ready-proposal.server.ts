import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, violates } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { advanceIdeas } from '#app/domains/ideas/advance-ideas.server.ts';
import { checkChoosable } from './draft-proposal.server.ts';
import { rewrite } from './edit-proposal.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { canBuildProposal } from './policy.ts';
import { mayMove, fieldsOf, missingParts } from './rules.ts';
import type { ProposalInput } from './schema.ts';
import { markReady } from './store.server.ts';

/**
 * Marks a dossier as ready, with the form's fields when they come along. From here its ideas are "en propuesta"
 * and no other proposal may carry them: the database's unique index decides between two at once.
 */
export async function readyProposal(
  actor: Actor,
  id: string | undefined,
  input?: ProposalInput,
): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const proposal = await lockProposal(tx, id);
      authorize(canBuildProposal(actor, proposal.commitmentId));
      authorize(mayMove(proposal.state, 'lista'));
      const fields = input ? await rewrite(tx, actor, proposal, input) : fieldsOf(proposal);
      const missing = missingParts(fields);
      if (Object.keys(missing).length > 0) throw fieldErrors(missing);
      const ideaIds = fields.ideas.map((idea) => idea.id);
      await checkChoosable(tx, proposal.commitmentId, ideaIds, proposal.id);
      await markReady(tx, proposal.id, now());
      await advanceIdeas(tx, actor, ideaIds, 'en_propuesta', {
        note: fields.title,
        refId: proposal.id,
      });
      await recordAudit(tx, actor, {
        action: 'proposals.proposal-readied',
        subjectKind: 'propuesta',
        subjectId: proposal.id,
        data: { ideas: ideaIds },
      });
    });
  } catch (error) {
    if (violates(error, 'proposal_idea_live')) throw conflict('ideas_in_other_proposal');
    throw error;
  }
}
