import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { nextStep } from '#app/domains/setup/rules.ts';
import { setupSteps, stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return { title: visit.t('setup')('title'), setup: await getSetup(visit.db) };
});

export default function Begin() {
  const { setup } = useLoaderData<typeof loader>();
  const t = useT('setup');
  const next = nextStep(setup);
  const number = setupSteps.findIndex((each) => each.key === next) + 1;
  return (
    <SetupPage setup={setup} form={useFormState()}>
      <h2>
        {number}. {t(`step.${next}`)}
      </h2>
      <p>{t(`step.${next}.text`)}</p>
      <p>
        <ButtonLink kind="go" size="big" href={stepHref(next)}>
          {t('begin', { number })}
        </ButtonLink>
      </p>
    </SetupPage>
  );
}
