import { useActionData, useLoaderData } from '@remix-run/react';
import { readCity } from '#app/platform/city/read-city.server.ts';
import { cityTextKeys } from '#app/platform/city/types.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { saveTexts } from '#app/domains/city/save-texts.server.ts';
import { TextsForm } from '#app/domains/city/texts.schema.ts';
import { CityTextFields } from '#app/domains/city/ui/text-fields.tsx';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { texts } = await readCity();
  const [es, en] = [translatorOf('es'), translatorOf('en')];
  return {
    title: visit.t('setup')('step.textos'),
    setup: await getSetup(visit.db),
    texts,
    usual: {
      welcome: { es: es.t('pages')('home.lead'), en: en.t('pages')('home.lead') },
      mail_footer: { es: es.t('emails')('signature'), en: en.t('emails')('signature') },
    },
    locale: visit.locale,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const texts = parseForm(form, TextsForm);
    if (form.get('accion') === 'vista_previa') return { preview: texts, values: valuesOf(form) };
    await saveTexts(actor, texts);
    return redirectTo(stepHref('contacto'), { notice: 'city_saved' });
  },
  { form: true },
);

export default function TextsStep() {
  const { setup, texts, usual, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('setup');
  return (
    <SetupPage setup={setup} step="textos" form={useFormState()}>
      <StepHead step="textos" />
      {preview && (
        <section role="status" className="panel l-stack" aria-labelledby="vista">
          <h3 id="vista">{t('text.shown')}</h3>
          {cityTextKeys.map((key) => {
            const text = preview[key] ?? (key === 'circle_manual' ? undefined : usual[key]);
            return (
              text && (
                <div key={key}>
                  <h4>{t(`text.${key}`)}</h4>
                  <Prose text={text[locale]} />
                </div>
              )
            );
          })}
        </section>
      )}
      <CityTextFields kept={texts} usual={usual} form={useFormState()} />
    </SetupPage>
  );
}
