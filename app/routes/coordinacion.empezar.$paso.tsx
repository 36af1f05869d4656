import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
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

export default function Step() {
  const { setup, step } = useLoaderData<typeof loader>();
  const t = useT('setup');
  const next = stepAfter(step);
  const desk = setupSteps.find((each) => each.key === step)?.desk;
  return (
    <SetupPage setup={setup} step={step} form={useFormState()}>
      <StepHead step={step} />
      <div className="l-row">
        {desk && (
          <ButtonLink kind="go" size="big" href={desk}>
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
