import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import {
  countInstitutions,
  replaceInstitutions,
  selectCommitmentDraft,
  updateCommitment,
} from './draft.store.server.ts';
import { canChangePlan, canRunPlan } from './policy.ts';
import { changesBetween } from './rules.ts';
import { forgetPlan } from './recall-plan.server.ts';
import type { CommitmentInput } from './schema.ts';

/** Changes the texts of a commitment and who answers for it. */
export async function changeCommitment(
  actor: Actor,
  commitmentId: string,
  input: CommitmentInput,
): Promise<{ changed: boolean; slug: string }> {
  const done = await inTransaction(async (tx) => {
    authorize(canRunPlan(actor));
    const commitment = isId(commitmentId)
      ? await selectCommitmentDraft(tx, commitmentId, true)
      : null;
    if (!commitment) throw notFound('page_not_found');
    authorize(canChangePlan(actor, { state: commitment.planState }));
    const institutions = [...new Set(input.institutionIds)].sort();
    if ((await countInstitutions(tx, institutions)) !== institutions.length)
      throw conflict('value_unknown');
    const texts = rowOf(input);
    const changes = changesBetween(
      { ...rowOf(commitment), institutions: commitment.institutionIds },
      { ...texts, institutions },
    );
    if (!changes) return { changed: false, slug: commitment.slug };
    await updateCommitment(tx, commitmentId, texts);
    if ('institutions' in changes.after) await replaceInstitutions(tx, commitmentId, institutions);
    await recordAudit(tx, actor, {
      action: 'plan.commitment-changed',
      subjectKind: 'compromiso',
      subjectId: commitmentId,
      data: { number: commitment.number, ...changes },
    });
    return { changed: true, slug: commitment.slug };
  });
  forgetPlan();
  return done;
}

function rowOf(texts: Omit<CommitmentInput, 'institutionIds'>) {
  return {
    title_es: texts.title.es,
    title_en: texts.title.en,
    short_title_es: texts.shortTitle.es,
    short_title_en: texts.shortTitle.en,
    summary_es: texts.summary.es,
    summary_en: texts.summary.en,
    challenge_es: texts.challenge.es,
    challenge_en: texts.challenge.en,
    level_es: texts.level.es,
    level_en: texts.level.en,
    use_es: texts.use.es,
    use_en: texts.use.en,
    milestones_es: texts.milestones.es,
    milestones_en: texts.milestones.en,
  };
}
