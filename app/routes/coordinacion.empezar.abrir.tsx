import { useLoaderData } from '@remix-run/react';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { openCity } from '#app/domains/city/open-city.server.ts';
import { getSetup, requireReady } from '#app/domains/setup/get-setup.server.ts';
import { stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return { title: visit.t('setup')('step.abrir'), setup: await getSetup(visit.db) };
});

export const action = act(
  async ({ visit }) => {
    await openCity(visit.requireRole('coordinacion'), requireReady);
    return redirectTo(stepHref('abrir'), { notice: 'city_opened' });
  },
  { form: true },
);

export default function OpenStep() {
  const { setup } = useLoaderData<typeof loader>();
  const t = useT('setup');
  const f = useFormat();
  const city = setup.name || t('city.unnamed');
  return (
    <SetupPage setup={setup} step="abrir" form={useFormState()}>
      <StepHead step="abrir" />
      {setup.openedAt && (
        <>
          <p>{t('open.done', { city, date: f.date(setup.openedAt) })}</p>
          <p>
            <ButtonLink href="/">{t('open.see')}</ButtonLink>
          </p>
        </>
      )}
      {!setup.openedAt && setup.missing.length > 0 && (
        <div className="l-stack">
          <p>{t('open.missing')}</p>
          <ul className="bullets">
            {setup.missing.map(({ step, what }) => (
              <li key={what}>
                <a href={stepHref(step)}>{t(`missing.${what}`)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!setup.openedAt && setup.missing.length === 0 && (
        <form method="post">
          <Button kind="go" size="big">
            {t('open.button', { city })}
          </Button>
        </form>
      )}
    </SetupPage>
  );
}
