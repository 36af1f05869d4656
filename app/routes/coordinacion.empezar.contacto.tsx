import { useLoaderData } from '@remix-run/react';
import { readCity } from '#app/platform/city/read-city.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { saveContact } from '#app/domains/city/save-city.server.ts';
import { ContactForm } from '#app/domains/city/schema.ts';
import { ContactFields } from '#app/domains/city/ui/contact-fields.tsx';
import { getSetup } from '#app/domains/setup/get-setup.server.ts';
import { stepHref } from '#app/domains/setup/steps.ts';
import { SetupPage } from '#app/domains/setup/ui/setup-page.tsx';
import { StepHead } from '#app/domains/setup/ui/step-head.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { contact } = await readCity();
  return {
    title: visit.t('setup')('step.contacto'),
    setup: await getSetup(visit.db),
    contact,
  };
});

export const action = act(
  async ({ visit, form }) => {
    await saveContact(visit.requireRole('coordinacion'), parseForm(form, ContactForm));
    return redirectTo(stepHref('abrir'), { notice: 'city_saved' });
  },
  { form: true },
);

export default function ContactStep() {
  const { setup, contact } = useLoaderData<typeof loader>();
  const form = useFormState();
  return (
    <SetupPage setup={setup} step="contacto" form={form}>
      <StepHead step="contacto" />
      <ContactFields kept={contact} form={form} />
    </SetupPage>
  );
}
