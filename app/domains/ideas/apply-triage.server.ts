import type { Actor } from '#app/kernel/actor.ts';
import type { AuditAction } from '#app/kernel/audit-catalogue.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { markRevision, selectRevisions } from './history.store.server.ts';
import { mayMove } from './rules.ts';
import { insertStepEntries, updateIdea, type IdeaChange } from './store.server.ts';
import type { IdeaView, TriageOutcome } from './types.ts';

const actions: Record<TriageOutcome['to'], AuditAction> = {
  publicada: 'ideas.idea-published',
  devuelta: 'ideas.idea-returned',
  rechazada: 'ideas.idea-rejected',
  peticion: 'ideas.idea-turned-petition',
  duplicada: 'ideas.idea-merged',
  reasignada: 'ideas.idea-rerouted',
};

/**
 * Carries out a triage decision on an idea that the caller has locked and whose permission it checked.
 * On a published idea whose change waits for a look, `publicada` accepts the change and `devuelta` restores
 * the last version that was looked at; the idea stays public either way.
 */
export async function applyTriage(
  tx: Tx,
  actor: Actor,
  idea: IdeaView,
  outcome: TriageOutcome,
): Promise<void> {
  if (
    idea.state === 'publicada' &&
    idea.editReviewAt &&
    (outcome.to === 'publicada' || outcome.to === 'devuelta')
  ) {
    await settleEdit(tx, idea, outcome.to === 'publicada');
  } else if (outcome.to === 'reasignada') {
    await updateIdea(tx, idea.id, { commitment_id: outcome.commitmentId });
  } else {
    authorize(mayMove(idea.state, outcome.to));
    await updateIdea(tx, idea.id, changeFor(idea, outcome));
    if (outcome.to === 'publicada') await insertStepEntries(tx, [idea.id], 'revisada', '', now());
  }
  await recordAudit(tx, actor, {
    action: actions[outcome.to],
    subjectKind: 'idea',
    subjectId: idea.id,
    data: { version: idea.version, from: idea.state },
  });
}

function changeFor(
  idea: IdeaView,
  outcome: Exclude<TriageOutcome, { to: 'reasignada' }>,
): IdeaChange {
  const change: IdeaChange = {
    state: outcome.to,
    reviewed_at: now(),
    reviewed_version: idea.version,
    state_reason: 'reason' in outcome ? outcome.reason : '',
    edit_review_at: null,
  };
  if (outcome.to === 'duplicada') return { ...change, duplicate_of: outcome.of };
  if (outcome.to !== 'publicada') return change;
  return {
    ...change,
    duplicate_of: null,
    published_at: idea.publishedAt ?? now(),
    step: idea.step === 'idea' ? 'revisada' : idea.step,
  };
}

async function settleEdit(tx: Tx, idea: IdeaView, accepted: boolean): Promise<void> {
  const revisions = await selectRevisions(tx, idea.id);
  const newest = revisions.at(-1);
  if (accepted) {
    if (newest?.status === 'pendiente') {
      await markRevision(tx, idea.id, newest.version, 'publica');
      await updateIdea(tx, idea.id, {
        title: newest.title,
        description: newest.description,
        locality_code: newest.localityCode,
        edited_at: now(),
      });
    }
    return await updateIdea(tx, idea.id, {
      edit_review_at: null,
      reviewed_at: now(),
      reviewed_version: idea.version,
      findings: [],
    });
  }
  const kept =
    revisions
      .filter(
        (revision) => revision.version <= idea.reviewedVersion && revision.status === 'publica',
      )
      .at(-1) ?? revisions[0];
  for (const revision of revisions)
    if (kept && revision.version > kept.version)
      await markRevision(tx, idea.id, revision.version, 'descartada');
  if (kept)
    await updateIdea(tx, idea.id, {
      title: kept.title,
      description: kept.description,
      locality_code: kept.localityCode,
    });
  await updateIdea(tx, idea.id, {
    edit_review_at: null,
    reviewed_at: now(),
    reviewed_version: idea.version,
    findings: [],
  });
}
