import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, ownPath, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { registerPerson } from '#app/domains/accounts/register-person.server.ts';
import { passwordLimits } from '#app/domains/accounts/rules.ts';
import { RegisterForm } from '#app/domains/accounts/schema.ts';
import { DataPolicyText } from '#app/domains/accounts/ui/data-policy.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(({ visit, url }) => {
  const returnTo = url.searchParams.get('volver');
  if (visit.actor) throw redirectTo(ownPath(returnTo, '/cuenta'));
  return {
    title: visit.t('accounts')('register.title'),
    query: returnTo ? `?volver=${encodeURIComponent(ownPath(returnTo, '/cuenta'))}` : '',
    policy: currentPolicy,
  };
});

export const action = act(async ({ visit, form, url }) => {
  await limitAct(visit, 'register');
  const input = parseForm(form, RegisterForm);
  const given = input.volver ?? url.searchParams.get('volver');
  const returnTo = given ? ownPath(given, '/cuenta') : null;
  await registerPerson(input, { locale: visit.locale, returnTo });
  return redirectTo(
    `/entrar?registro=listo${returnTo ? `&volver=${encodeURIComponent(returnTo)}` : ''}`,
  );
});

export default function Register() {
  const { query, policy } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const f = useFormat();
  const form = useFormState({
    nombre: t('field.name'),
    correo: t('field.email'),
    clave: t('field.password'),
    mayor_de_edad: t('register.adult.short'),
    acepta_datos: t('register.consent.short'),
    acudiente_nombre: t('register.guardian.name'),
    acudiente_contacto: t('register.guardian.contact'),
  });
  const minor = form.value('mayor_de_edad') === 'no';
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
        <form method="post" noValidate>
          <TextField
            name="nombre"
            autoComplete="name"
            label={t('field.name')}
            hint={t('register.name.hint')}
            value={form.value('nombre')}
            error={form.errors('nombre')}
          />
          <TextField
            name="correo"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t('field.email')}
            hint={t('register.email.hint')}
            value={form.value('correo')}
            error={form.errors('correo')}
          />
          <TextField
            name="clave"
            type="password"
            autoComplete="new-password"
            label={t('field.password')}
            hint={t('field.password.hint', { min: passwordLimits.min })}
            error={form.errors('clave')}
          />
          <RadioGroup
            name="mayor_de_edad"
            legend={t('register.adult')}
            value={form.value('mayor_de_edad')}
            error={form.errors('mayor_de_edad')}
            two
            options={[
              { value: 'si', label: t('register.adult.yes') },
              { value: 'no', label: t('register.adult.no') },
            ]}
          />
          <Fold summary={t('register.guardian.title')} open={minor}>
            <p className="u-small">{t('register.guardian.text')}</p>
            <TextField
              name="acudiente_nombre"
              label={t('register.guardian.name')}
              optional={!minor}
              value={form.value('acudiente_nombre')}
              error={form.errors('acudiente_nombre')}
            />
            <TextField
              name="acudiente_contacto"
              label={t('register.guardian.contact')}
              hint={t('register.guardian.contact.hint')}
              optional={!minor}
              value={form.value('acudiente_contacto')}
              error={form.errors('acudiente_contacto')}
            />
            <Checkbox
              name="menor_oido"
              label={t('register.guardian.heard')}
              checked={form.value('menor_oido') === 'si'}
              error={form.errors('menor_oido')}
            />
          </Fold>
          <Fold
            summary={t('register.policy', {
              version: policy.version,
              date: f.date(new Date(`${policy.validFrom}T12:00:00Z`)),
            })}
          >
            <DataPolicyText policy={policy} level="h3" />
          </Fold>
          <Checkbox
            name="acepta_datos"
            label={t('register.consent')}
            checked={form.value('acepta_datos') === 'si'}
            error={form.errors('acepta_datos')}
          />
          <p className="l-gap">
            <Button kind="go" size="big">
              {t('register.submit')}
            </Button>
          </p>
        </form>
        <p className="auth__other">
          {t('register.have')} <a href={`/entrar${query}`}>{t('enter.title')}</a>
        </p>
      </div>
    </div>
  );
}
