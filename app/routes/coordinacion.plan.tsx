import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { addCommitment } from '#app/domains/plan/add-commitment.server.ts';
import { changePlan } from '#app/domains/plan/change-plan.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getPlanDraft } from '#app/domains/plan/get-drafts.server.ts';
import { openPlan } from '#app/domains/plan/open-plan.server.ts';
import { NewCommitmentForm, PlanForm as PlanFields } from '#app/domains/plan/schema.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { PlanForm } from '#app/domains/plan/ui/plan-form.tsx';
import { NewCommitment, PlanParts } from '#app/domains/plan/ui/plan-parts.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('coordinacion');
  const plan = await findActivePlan(visit.db, visit.locale);
  return {
    title: visit.t('coordination')('plan.title'),
    now: now(),
    plan,
    draft: plan ? await getPlanDraft(visit.db, actor, plan.id) : null,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const plan = await findActivePlan(visit.db, visit.locale);
    if (plan && form.get('accion') === 'compromiso') {
      const { commitmentId } = await addCommitment(
        actor,
        plan.id,
        parseForm(form, NewCommitmentForm),
      );
      return redirectTo(`/coordinacion/compromisos/${commitmentId}`, {
        notice: 'commitment_added',
      });
    }
    const input = parseForm(form, PlanFields);
    if (form.get('accion') === 'vista_previa')
      return {
        preview: {
          title: input.title[visit.locale],
          summary: input.summary[visit.locale],
        },
        values: valuesOf(form),
      };
    if (!plan) {
      await openPlan(actor, input);
      return redirectTo('/coordinacion/plan', { notice: 'plan_opened' });
    }
    const { changed } = await changePlan(actor, plan.id, input);
    return redirectTo('/coordinacion/plan', {
      notice: changed ? 'plan_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

export default function PlanDesk() {
  const { plan, draft, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('coordination');
  const form = useFormState();
  return (
    <CoordinationPage
      part="plan"
      title={t(plan ? 'plan.heading' : 'plan.heading.none')}
      current={t('plan.title')}
      lead={t(plan ? 'plan.lead' : 'plan.lead.none')}
      form={form}
    >
      {preview && (
        <Notice kind="sun" role="status" title={t('preview.title')}>
          <div className="l-stack l-stack--tight">
            <h2>{preview.title}</h2>
            <p>{preview.summary}</p>
          </div>
        </Notice>
      )}
      {plan && (
        <>
          <PlanParts plan={plan} now={now} />
          <NewCommitment form={form} />
        </>
      )}
      <PlanForm draft={draft} form={form} />
      {plan && (
        <section className="l-stack l-stack--tight" aria-labelledby="terminar">
          <h2 id="terminar">{t('plan.archive')}</h2>
          <p>{t('plan.archive.text')}</p>
          <p>
            <ButtonLink href="/coordinacion/plan/archivar">{t('plan.archive')}</ButtonLink>
          </p>
        </section>
      )}
    </CoordinationPage>
  );
}
