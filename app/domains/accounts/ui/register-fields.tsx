import type { DataPolicy } from '#app/domains/accounts/data-policy.ts';
import { passwordLimits } from '#app/domains/accounts/rules.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { PolicyConsent } from '#app/domains/accounts/ui/policy-consent.tsx';

/** Who authorises somebody under 18, and that the minor was heard. */
function GuardianFields({ form }: { form: FormState }) {
  const t = useT('accounts');
  const minor = form.value('mayor_de_edad') === 'no';
  return (
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
  );
}

/** What opening an account asks. */
export function RegisterFields({ policy, form }: { policy: DataPolicy; form: FormState }) {
  const t = useT('accounts');
  const f = useFormat();
  return (
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
        hint={t('register.password.hint', { min: passwordLimits.min })}
        optional
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
      <GuardianFields form={form} />
      <PolicyConsent
        policy={policy}
        summary={t('register.policy', {
          version: policy.version,
          date: f.date(new Date(`${policy.validFrom}T12:00:00Z`)),
        })}
        form={form}
      />
      <p className="l-gap">
        <Button kind="go" size="big">
          {t('register.submit')}
        </Button>
      </p>
    </form>
  );
}
