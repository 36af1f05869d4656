import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { checkChoosable, fieldsFrom } from './draft-proposal.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { canBuildProposal } from './policy.ts';
import { mayChangeIdeas, mayEdit, missingParts } from './rules.ts';
import type { ProposalInput } from './schema.ts';
import { updateFields } from './store.server.ts';
import type { LockedProposal, ProposalFields } from './types.ts';

/** Writes the form's fields on a proposal that is locked and has not been sent. */
export async function rewrite(
  tx: Tx,
  actor: Actor,
  proposal: LockedProposal,
  input: ProposalInput,
): Promise<ProposalFields> {
  authorize(mayEdit(proposal.state));
  if (input.version !== undefined && input.version !== proposal.version)
    throw conflict('proposal_version_stale');
  authorize(mayChangeIdeas(proposal.state, proposal.ideas, input.ideas));
  const fields = fieldsFrom(input);
  if (proposal.state === 'borrador')
    await checkChoosable(tx, proposal.commitmentId, input.ideas, proposal.id);
  // What is ready stays complete.
  const missing = proposal.state === 'borrador' ? {} : missingParts(fields);
  if (Object.keys(missing).length > 0) throw fieldErrors(missing);
  await updateFields(tx, proposal, fields);
  await recordAudit(tx, actor, {
    action: 'proposals.proposal-edited',
    subjectKind: 'propuesta',
    subjectId: proposal.id,
    data: { version: proposal.version + 1, ideas: input.ideas },
  });
  return fields;
}

/** Changes a dossier's texts and, while it is a draft, its ideas. */
export async function editProposal(
  actor: Actor,
  id: string | undefined,
  input: ProposalInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    authorize(canBuildProposal(actor, proposal.commitmentId));
    await rewrite(tx, actor, proposal, input);
  });
}
