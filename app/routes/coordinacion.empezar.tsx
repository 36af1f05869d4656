import { useLoaderData } from '@remix-run/react';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { importSetup } from '#app/domains/setup/import-setup.server.ts';
import { cityOfUpload } from '#app/domains/setup/read-upload.server.ts';
import { BringCity } from '#app/domains/setup/ui/bring-city.tsx';
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

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const data = await cityOfUpload(form.get('archivo'));
    await importSetup(actor, data);
    return redirectTo('/coordinacion/empezar', { notice: 'setup_imported' });
  },
  { form: true },
);

export default function Begin() {
  const { setup } = useLoaderData<typeof loader>();
  const t = useT('setup');
  const form = useFormState();
  const next = nextStep(setup);
  const number = setupSteps.findIndex((each) => each.key === next) + 1;
  return (
    <SetupPage setup={setup} form={form}>
      <h2>
        {number}. {t(`step.${next}`)}
      </h2>
      <p>{t(`step.${next}.text`)}</p>
      <p>
        <ButtonLink kind="go" size="big" href={stepHref(next)}>
          {t('begin', { number })}
        </ButtonLink>
      </p>
      <BringCity form={form} />
    </SetupPage>
  );
}
