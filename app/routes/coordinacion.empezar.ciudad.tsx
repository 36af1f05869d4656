import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { addWorkingDays } from '#app/platform/clock/working-days.ts';
import { city } from '#app/platform/city/city.ts';
import { readCity } from '#app/platform/city/read-city.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listCountries, listTimeZones } from '#app/domains/city/countries.ts';
import { saveCity } from '#app/domains/city/save-city.server.ts';
import { CityForm, cityLists } from '#app/domains/city/schema.ts';
import { CityFields } from '#app/domains/city/ui/city-fields.tsx';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return {
    title: visit.t('setup')('step.ciudad'),
    setup: await getSetup(visit.db),
    kept: await readCity(),
    countries: listCountries(visit.locale),
    zones: listTimeZones(),
    now: now(),
    // As this process counts days; it follows a change within two seconds.
    nextWorkingDay: city().country ? addWorkingDays(now(), 1) : null,
  };
});

export const action = act(
  async ({ visit, form }) => {
    await saveCity(visit.requireRole('coordinacion'), parseForm(form, CityForm, cityLists));
    return redirectTo(stepHref('territorio'), { notice: 'city_saved' });
  },
  { form: true },
);

export default function CityStep() {
  const { setup, kept, countries, zones, now, nextWorkingDay } = useLoaderData<typeof loader>();
  const t = useT('setup');
  const f = useFormat();
  const form = useFormState();
  return (
    <SetupPage setup={setup} step="ciudad" form={form}>
      <StepHead step="ciudad" />
      {nextWorkingDay && (
        <Notice kind="info">
          {t('preview.now', {
            moment: f.date(now, 'moment'),
            day: f.date(nextWorkingDay, 'weekday'),
          })}
        </Notice>
      )}
      <CityFields kept={kept} countries={countries} zones={zones} form={form} />
    </SetupPage>
  );
}
