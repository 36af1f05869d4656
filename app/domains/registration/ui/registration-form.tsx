import type { ReactNode } from 'react';
import { wgQuestions } from '#app/domains/declarations/types.ts';
import { registrationLimits } from '#app/domains/registration/rules.ts';
import { AboutSelf } from '#app/domains/registration/ui/about-self.tsx';
import { AnswersAsked } from '#app/domains/registration/ui/answers-asked.tsx';
import { choicesOf, type FormProps } from '#app/domains/registration/ui/form-choices.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx';
import { DraftKeeper } from '#app/ui/draft-keeper.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** A numbered part of the form. */
function Part({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      <div className="l-stack">{children}</div>
    </fieldset>
  );
}

const selfFields = [
  'genero',
  'genero_otra',
  'anio_nacimiento',
  'localidad',
  ...wgQuestions,
  'cuida',
  'etnia',
  'victima',
  'organizacion_tipo',
  'organizacion',
  'como_supo',
  'acepta_estadistica',
];
const minorFields = ['acudiente_nombre', 'acudiente_contacto', 'menor_oido'];
const documentFields = ['documento_tipo', 'documento'];

/** Whether a folded part was filled in or refused: then it stands open. */
const touched = (form: FormState, fields: string[]) =>
  fields.some((field) => form.errors(field) !== undefined || form.value(field) !== '');

/** Sends the form; it says what that leads to. */
function Send({ isFull, allocation, taken }: Pick<FormProps, 'isFull' | 'allocation' | 'taken'>) {
  const t = useT('registration');
  const whenTold = isFull ? 'form.send_waiting' : 'form.send';
  const unlessDrawn = isFull === null ? 'form.send_few' : whenTold;
  const byOneself = allocation === 'sorteo' ? 'form.send_draw' : unlessDrawn;
  return (
    <p>
      <Button kind="go" size="big">
        {t(taken ? 'form.send_taken' : byOneself)}
      </Button>
    </p>
  );
}

/** All that is required: a name, a contact and the consent. */
function ContactPart(given: FormProps) {
  const { form, initial, policy, taken } = given;
  const complete = (what: string) => (taken ? 'off' : what);
  const t = useT('registration');
  return (
    <Part legend={t('form.part.contact')}>
      <TextField
        name="nombre"
        label={t('form.name')}
        hint={t('form.name.hint')}
        autoComplete={complete('name')}
        value={form.value('nombre', initial.name)}
        error={form.errors('nombre')}
      />
      <TextField
        name="correo"
        type="email"
        label={t('form.email')}
        hint={t('form.email.hint')}
        autoComplete={complete('email')}
        inputMode="email"
        value={form.value('correo', initial.email)}
        error={form.errors('correo')}
      />
      <TextField
        name="telefono"
        type="tel"
        optional
        label={t('form.phone')}
        hint={t('form.phone.hint')}
        autoComplete={complete('tel')}
        inputMode="tel"
        value={form.value('telefono')}
        error={form.errors('telefono')}
      />
      <Checkbox
        name="acepta_inscripcion"
        label={t('form.consent.inscripcion')}
        checked={form.value('acepta_inscripcion') === 'si'}
        error={form.errors('acepta_inscripcion')}
      />
      <p className="u-small u-mute">
        {t('form.policy', { version: policy })} <a href="/privacidad">{t('form.policy.read')}</a>
      </p>
      <Send {...given} />
    </Part>
  );
}

/** What somebody requires to take part. */
function NeedsPart({ form, options }: Pick<FormProps, 'form' | 'options'>) {
  const t = useT('registration');
  return (
    <Part legend={t('form.part.needs')}>
      <CheckboxGroup
        name="apoyo"
        optional
        two
        legend={t('form.needs.legend')}
        hint={t('form.needs.lead')}
        options={choicesOf(options.apoyo)}
        values={form.values('apoyo')}
        error={form.errors('apoyo')}
      />
      <TextField
        name="apoyo_otro"
        optional
        label={t('form.needs.other')}
        value={form.value('apoyo_otro')}
        error={form.errors('apoyo_otro')}
        maxLength={registrationLimits.needNote}
      />
    </Part>
  );
}

/** A guardian, for who is under 18. */
export function MinorFields({ form }: Pick<FormProps, 'form'>) {
  const t = useT('registration');
  return (
    <Fold summary={t('form.minor.open')} open={touched(form, minorFields)}>
      <TextField
        name="acudiente_nombre"
        optional
        label={t('form.minor.name')}
        value={form.value('acudiente_nombre')}
        error={form.errors('acudiente_nombre')}
      />
      <TextField
        name="acudiente_contacto"
        optional
        label={t('form.minor.contact')}
        value={form.value('acudiente_contacto')}
        error={form.errors('acudiente_contacto')}
      />
      <Checkbox
        name="menor_oido"
        label={t('form.minor.heard')}
        checked={form.value('menor_oido') === 'si'}
        error={form.errors('menor_oido')}
      />
    </Fold>
  );
}

/** A document, from which only repeated registrations are found. */
function DocumentFields({ form, options }: Pick<FormProps, 'form' | 'options'>) {
  const t = useT('registration');
  return (
    <Fold summary={t('form.document.open')} open={touched(form, documentFields)}>
      <SelectField
        name="documento_tipo"
        optional
        label={t('form.document.type')}
        empty={t('form.choose')}
        options={choicesOf(options.documento_tipo)}
        value={form.value('documento_tipo')}
        error={form.errors('documento_tipo')}
      />
      <TextField
        name="documento"
        optional
        label={t('form.document')}
        hint={t('form.document.hint')}
        value={form.value('documento')}
        error={form.errors('documento')}
      />
    </Fold>
  );
}

/** Everything about oneself, folded and voluntary. */
function SelfPart({
  form,
  options,
  localities,
  allocation,
}: Pick<FormProps, 'form' | 'options' | 'localities' | 'allocation'>) {
  const t = useT('registration');
  return (
    <Part legend={t('form.part.self')}>
      <p>{t(allocation === 'llegada' ? 'form.self.lead' : `form.self.lead.${allocation}`)}</p>
      <Fold summary={t('form.self.open')} open={touched(form, selfFields)}>
        <AboutSelf form={form} options={options} localities={localities} allocation={allocation} />
      </Fold>
      <MinorFields form={form} />
      <DocumentFields form={form} options={options} />
    </Part>
  );
}

/** Permissions that may be left out. */
function ConsentPart(given: FormProps) {
  const { form, keepAs } = given;
  const t = useT('registration');
  return (
    <Part legend={t('form.part.consent')}>
      <p className="u-mute">{t('form.consent.lead')}</p>
      <Checkbox
        name="acepta_contacto"
        label={t('form.consent.contacto')}
        checked={form.value('acepta_contacto') === 'si'}
      />
      <Checkbox
        name="acepta_imagen"
        label={t('form.consent.imagen')}
        checked={form.value('acepta_imagen') === 'si'}
      />
      {keepAs !== null && (
        <DraftKeeper name={keepAs} formId="inscripcion" mainField="nombre" onlyTab />
      )}
      <Send {...given} />
    </Part>
  );
}

/**
 * The registration form. What is required stands first, on one screen; everything about oneself is
 * folded and voluntary.
 */
export function RegistrationForm(given: FormProps) {
  const { form, options, localities, allocation, taken } = given;
  return (
    <form method="post" noValidate id="inscripcion" className="l-form">
      <AnswersAsked form={form} />
      {taken}
      <ContactPart {...given} />
      <NeedsPart form={form} options={options} />
      <SelfPart form={form} options={options} localities={localities} allocation={allocation} />
      <ConsentPart {...given} />
    </form>
  );
}
