import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { violates, type Tx } from '#app/platform/db/db.server.ts';
import { insertCommitment, selectPlanDraft, selectPlanOfSlug } from './draft.store.server.ts';
import { canChangePlan, canRunPlan } from './policy.ts';
import { slugOf } from './rules.ts';
import { forgetPlan } from './recall-plan.server.ts';
import type { NewCommitmentInput } from './schema.ts';

/** Adds a commitment to a plan by number and title; its texts are written next, on its own page. */
export async function addCommitment(
  actor: Actor,
  planId: string,
  input: NewCommitmentInput,
): Promise<{ commitmentId: string }> {
  const { number, title } = input;
  const empty = { es: '', en: '' };
  try {
    const done = await actOnce(
      actor,
      { act: 'plan.add-commitment', content: { planId, ...input } },
      async (tx) => {
        authorize(canRunPlan(actor));
        const plan = isId(planId) ? await selectPlanDraft(tx, planId, true) : null;
        if (!plan) throw notFound('page_not_found');
        authorize(canChangePlan(actor, plan));
        const commitmentId = newId();
        const slug = await freeSlug(tx, `${slugOf(title.es)}-${number}`, plan);
        await insertCommitment(tx, {
          id: commitmentId,
          planId,
          number,
          slug,
          title,
          shortTitle: { es: title.es.slice(0, 80), en: title.en.slice(0, 80) },
          summary: empty,
          challenge: empty,
          level: empty,
          use: empty,
          milestones: { es: [], en: [] },
        });
        await recordAudit(tx, actor, {
          action: 'plan.commitment-changed',
          subjectKind: 'compromiso',
          subjectId: commitmentId,
          data: { number, before: null, after: { slug } },
        });
        return { commitmentId };
      },
    );
    forgetPlan();
    return done;
  } catch (error) {
    if (violates(error, 'commitment_number_key') || violates(error, 'commitment_slug_key'))
      throw conflict('commitment_number_taken', { number });
    throw error;
  }
}

/** Addresses of earlier plans stay theirs: a commitment that is called the same has its plan's ending in its own. */
async function freeSlug(tx: Tx, slug: string, plan: { id: string }): Promise<string> {
  const owner = await selectPlanOfSlug(tx, slug);
  return owner === null || owner === plan.id ? slug : `${slug}-${plan.id.slice(-6)}`;
}
