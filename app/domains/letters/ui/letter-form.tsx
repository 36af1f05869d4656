import { useT } from '#app/platform/i18n/use-t.ts';
import { letterLimits } from '#app/domains/letters/schema.ts';
import { claims, letterKinds } from '#app/domains/letters/types.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What a letter is about, and of personal data which right it claims. */
export function KindFields({
  form,
  kind,
  claim,
}: {
  form: FormState;
  kind: string;
  claim: string;
}) {
  const t = useT('letters');
  return (
    <>
      <RadioGroup
        name="tipo"
        legend={t('form.kind')}
        value={form.value('tipo', kind)}
        error={form.errors('tipo')}
        options={letterKinds.map((value) => ({
          value,
          label: t(`form.kind.${value}`),
          hint: t(`form.kind.${value}.hint`),
        }))}
      />
      <SelectField
        name="pide"
        label={t('form.claim')}
        optional
        empty={t('form.claim.none')}
        value={form.value('pide', claim)}
        error={form.errors('pide')}
        options={claims.map((value) => ({ value, label: t(`form.claim.${value}`) }))}
      />
    </>
  );
}

/** Writes to who runs the platform. With an account its name and address stand there already. */
export function LetterForm({
  form,
  person,
  kind,
}: {
  form: FormState;
  person: { name: string; email: string | null } | null;
  kind: string;
}) {
  const t = useT('letters');
  return (
    <form method="post" action="/ayuda/contacto" className="l-form" noValidate>
      <KindFields form={form} kind={kind} claim="" />
      <TextField
        name="nombre"
        label={t('form.name')}
        autoComplete="name"
        value={form.value('nombre', person?.name ?? '')}
        error={form.errors('nombre')}
      />
      <TextField
        name="correo"
        type="email"
        label={t('form.email')}
        hint={t('form.email.hint')}
        optional
        autoComplete="email"
        value={form.value('correo', person?.email ?? '')}
        error={form.errors('correo')}
      />
      <TextField
        name="telefono"
        type="tel"
        label={t('form.phone')}
        hint={t('form.phone.hint')}
        optional
        autoComplete="tel"
        inputMode="tel"
        value={form.value('telefono')}
        error={form.errors('telefono')}
      />
      <TextField
        name="texto"
        label={t('form.text')}
        hint={t('form.text.hint')}
        rows={7}
        maxLength={letterLimits.text}
        value={form.value('texto')}
        error={form.errors('texto')}
      />
      <p className="u-small">
        {t('form.privacy')} <a href="/privacidad">{t('form.privacy.read')}</a>
      </p>
      <p>
        <Button kind="go">{t('form.send')}</Button>
      </p>
    </form>
  );
}
