import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { registerPerson } from '#app/domains/accounts/register-person.server.ts';
import { readReturnPath, returnQuery } from '#app/domains/accounts/return-path.server.ts';
import { RegisterForm } from '#app/domains/accounts/schema.ts';
import { RegisterFields } from '#app/domains/accounts/ui/register-fields.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit, url }) => {
  const returnTo = readReturnPath(url);
  if (visit.actor) throw redirectTo(returnTo ?? '/cuenta');
  return {
    title: visit.t('accounts')('register.title'),
    query: returnQuery(returnTo),
    policy: currentPolicy,
  };
});

export const action = act(async ({ visit, form, url }) => {
  await limitAct(visit, 'register');
  const input = parseForm(form, RegisterForm);
  const returnTo = readReturnPath(url, input.returnTo);
  await registerPerson(input, { locale: visit.locale, returnTo });
  return redirectTo(`/entrar?registro=listo${returnQuery(returnTo, '&')}`);
});

export default function Register() {
  const { query, policy } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState({
    nombre: t('field.name'),
    correo: t('field.email'),
    clave: t('field.password'),
    mayor_de_edad: t('register.adult.short'),
    acepta_datos: t('register.consent.short'),
    acudiente_nombre: t('register.guardian.name'),
    acudiente_contacto: t('register.guardian.contact'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('register.title')}
        crumbs={[{ href: `/entrar${query}`, label: t('enter.title') }]}
        current={t('register.title')}
        lead={t('register.lead')}
      />
      <div className="l-form auth">
        <FormMessages form={form} />
        <RegisterFields policy={policy} form={form} />
        <p className="auth__other">
          {t('register.have')} <a href={`/entrar${query}`}>{t('enter.title')}</a>
        </p>
      </div>
    </div>
  );
}
