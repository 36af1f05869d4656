import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import type { IdeaView, TriageOutcome } from '#app/domains/ideas/types.ts';
import {
  countDecisions,
  deleteClaim,
  insertDecision,
  selectClaim,
  selectNamedIdea,
  selectSiblingCommitment,
  sumPausedDays,
} from './decision.store.server.ts';
import { findReason } from './list-reasons.server.ts';
import { canDecide } from './policy.ts';
import { requireReviewed } from './require-reviewed.server.ts';
import {
  mayClaim,
  checkDecision,
  mayDecide,
  dueAt,
  isEdit,
  petitionDueAt,
  readIdeaRef,
  terms,
} from './rules.ts';
import type { DecisionInput } from './schema.ts';
import { tellDecision } from './tell-decision.server.ts';

/**
 * One moderator decides on an idea that waits. Whoever decided between this request's first look and its
 * turn at the idea's lock wins; the other is told so, and nothing of theirs is kept.
 */
export async function decideIdea(
  actor: Actor,
  ideaId: string,
  input: DecisionInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    await requireReviewed(tx, actor, ideaId);
    const seen = input.seen ?? (await countDecisions(tx, ideaId));
    const idea = await lockIdea(tx, ideaId);
    authorize(canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
    if ((await countDecisions(tx, ideaId)) !== seen) throw conflict('already_decided');
    authorize(mayDecide(idea, input.decision));
    authorize(mayClaim(await selectClaim(tx, ideaId, now()), actor.personId));

    const named = await readNamed(tx, idea, input);
    const wrong = checkDecision(input, { ...named, ideaId, commitmentId: idea.commitment.id });
    if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);

    await writeDecision(tx, actor, idea, input, named);
    await deleteClaim(tx, ideaId);
    await tellDecision(tx, idea, {
      input,
      reasonCode: input.reasonCode ?? null,
      commitment: named.target,
      kept: named.kept,
    });
  });
}

type Named = Awaited<ReturnType<typeof readNamed>>;

/** The reason, the commitment and the idea that the form names. */
async function readNamed(tx: Tx, idea: IdeaView, input: DecisionInput) {
  const ref = input.keptRef ? readIdeaRef(input.keptRef) : null;
  return {
    reason: input.reasonCode ? await findReason(tx, input.reasonCode, 'es', now()) : null,
    target: input.commitmentSlug
      ? await selectSiblingCommitment(tx, input.commitmentSlug, idea.commitment.id)
      : null,
    kept: ref ? await selectNamedIdea(tx, ref) : null,
  };
}

function outcomeOf(input: DecisionInput, named: Named): TriageOutcome {
  const reason = input.explanation ?? '';
  switch (input.decision) {
    case 'publicar':
      return { to: 'publicada' };
    case 'devolver':
      return { to: 'devuelta', reason };
    case 'rechazar':
      return { to: 'rechazada', reason };
    case 'peticion':
      return { to: 'peticion', reason };
    case 'duplicada':
      return { to: 'duplicada', of: certain(named.kept).id, reason };
    case 'reasignar':
      return { to: 'reasignada', commitmentId: certain(named.target).id, reason };
  }
}

/** The row of the decision, the change of the idea and the audit row: together or not at all. */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  idea: IdeaView,
  input: DecisionInput,
  named: Named,
): Promise<void> {
  const edit = isEdit(idea);
  const sentAt = idea.submittedAt ?? idea.createdAt;
  const receivedAt = edit ? certain(idea.editReviewAt) : sentAt;
  const paused = edit ? 0 : await sumPausedDays(tx, idea.id);
  const due = dueAt(receivedAt, terms.triage, paused);
  const reasoned = input.decision !== 'publicar';
  await insertDecision(tx, {
    id: newId(),
    ideaId: idea.id,
    version: idea.version,
    decision: input.decision,
    ofEdit: edit,
    reasonCode: reasoned ? (input.reasonCode ?? null) : null,
    explanation: reasoned ? (input.explanation ?? '') : '',
    note: input.note ?? '',
    moderatorId: actor.personId,
    receivedAt,
    dueAt: due,
    decidedAt: now(),
    pausedDays: paused,
    fromCommitmentId: idea.commitment.id,
    toCommitmentId: input.decision === 'reasignar' ? certain(named.target).id : null,
    duplicateOf: input.decision === 'duplicada' ? certain(named.kept).id : null,
    caseNumber: input.decision === 'peticion' ? (input.caseNumber ?? null) : null,
    competentBody: reasoned ? (input.competentBody ?? null) : null,
    petitionDueAt: input.decision === 'peticion' ? petitionDueAt(sentAt) : null,
  });
  await applyTriage(tx, actor, idea, outcomeOf(input, named));
  await recordAudit(tx, actor, {
    action: 'moderation.idea-decided',
    subjectKind: 'idea',
    subjectId: idea.id,
    data: {
      decision: input.decision,
      reason: reasoned ? input.reasonCode : undefined,
      version: idea.version,
      due: due.toISOString(),
      late: now() > due,
    },
  });
}
