import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sayProblem } from '#app/platform/spreadsheets/say-problem.ts';
import { loadPlanList, previewPlanList } from '#app/domains/plan/load-plan-list.server.ts';
import { PlanListForm } from '#app/domains/plan/schema.ts';
import { isListStep, PlanListPart } from '#app/domains/plan/ui/plan-list-part.tsx';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { isStep, setupSteps, stepAfter, stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

/** A step that is done at a desk of its own: what it is for, and the way there. */
export const loader = page(async ({ visit, params }) => {
  visit.requireRole('coordinacion');
  const step = params.paso;
  if (!isStep(step)) throw notFound('page_not_found');
  return { title: visit.t('setup')(`step.${step}`), step, setup: await getSetup(visit.db) };
});

/** Institutions and commitments may also come from one list, looked at before it is loaded. */
export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('coordinacion');
    const step = params.paso;
    if (!isStep(step) || !isListStep(step)) throw notFound('page_not_found');
    const { act: wanted, text } = parseForm(form, PlanListForm);
    if (wanted === 'deshacer') return redirectTo(stepHref(step));
    if (wanted === 'guardar') {
      await loadPlanList(actor, step, text);
      return redirectTo(stepHref(step), { notice: 'plan_list_loaded' });
    }
    const sent = form.get('archivo');
    const bytes =
      sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array();
    const seen = await previewPlanList(visit.db, actor, step, bytes);
    const problems = seen.problems.map((problem) => sayProblem(visit.translator, problem));
    return { seen: { ...seen, problems } };
  },
  { form: true },
);

export default function Step() {
  const { setup, step } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT('setup');
  const form = useFormState();
  const next = stepAfter(step);
  const desk = setupSteps.find((each) => each.key === step)?.desk;
  return (
    <SetupPage setup={setup} step={step} form={form}>
      <StepHead step={step} />
      {isListStep(step) && (
        <PlanListPart
          kind={step}
          seen={answer && 'seen' in answer ? answer.seen : null}
          form={form}
        />
      )}
      <div className="l-row">
        {desk && (
          <ButtonLink kind={isListStep(step) ? 'plain' : 'go'} size="big" href={desk}>
            {t('desk.go')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink size="big" href={stepHref(next)}>
            {t('next.step', { step: t(`step.${next}`) })}
          </ButtonLink>
        )}
      </div>
    </SetupPage>
  );
}
