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
import type { CommitmentDraft } from './types.ts';

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
    const institutions = [...new Set(input.entidades)].sort();
    if ((await countInstitutions(tx, institutions)) !== institutions.length)
      throw conflict('value_unknown');
    const texts = rowOfInput(input);
    const changes = changesBetween(
      { ...rowOfDraft(commitment), institutions: commitment.institutionIds },
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

function rowOfInput(input: CommitmentInput) {
  return {
    title_es: input.titulo_es,
    title_en: input.titulo_en,
    short_title_es: input.corto_es,
    short_title_en: input.corto_en,
    summary_es: input.resumen_es,
    summary_en: input.resumen_en,
    challenge_es: input.reto_es,
    challenge_en: input.reto_en,
    level_es: input.nivel_es,
    level_en: input.nivel_en,
    use_es: input.uso_es,
    use_en: input.uso_en,
    milestones_es: input.hitos_es,
    milestones_en: input.hitos_en,
  };
}

function rowOfDraft(draft: CommitmentDraft): ReturnType<typeof rowOfInput> {
  return {
    title_es: draft.title.es,
    title_en: draft.title.en,
    short_title_es: draft.shortTitle.es,
    short_title_en: draft.shortTitle.en,
    summary_es: draft.summary.es,
    summary_en: draft.summary.en,
    challenge_es: draft.challenge.es,
    challenge_en: draft.challenge.en,
    level_es: draft.level.es,
    level_en: draft.level.en,
    use_es: draft.use.es,
    use_en: draft.use.en,
    milestones_es: draft.milestones.es,
    milestones_en: draft.milestones.en,
  };
}
