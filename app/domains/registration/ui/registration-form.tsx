import type { ReactNode } from 'react';
import type { Catalogue } from '#app/domains/declarations/types.ts';
import { wgQuestions } from '#app/domains/declarations/types.ts';
import { registrationLimits } from '#app/domains/registration/rules.ts';
import type { Allocation } from '#app/domains/meetings/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { DraftKeeper } from '#app/ui/draft-keeper.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Option = { value: string; label: string };
type Props = {
  form: FormState;
  options: Catalogue;
  localities: Option[];
  initial: { nombre: string; correo: string };
  policy: string;
  isFull: boolean;
  /** How places are given: what people say of themselves then serves for that too, and the form says so. */
  allocation: Allocation;
  keepAs: string;
};

const choicesOf = (list: Catalogue[keyof Catalogue]): Option[] =>
  list.map((option) => ({ value: option.code, label: option.label }));

/** A numbered part of the form. */
function Part({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      <div className="l-stack">{children}</div>
    </fieldset>
  );
}

/** The six questions of the Washington Group: their wording and order are fixed. */
function ShortSet({ form, options }: Pick<Props, 'form' | 'options'>) {
  const t = useT('registration');
  return (
    <Fold
      summary={t('form.wg.open')}
      open={wgQuestions.some((question) => form.value(question) !== '' || form.errors(question))}
    >
      <p id="wg-intro">{t('form.wg.intro')}</p>
      {wgQuestions.map((question, index) => (
        <SelectField
          key={question}
          name={question}
          optional
          label={t(`form.${question}`)}
          sensitive={index === 0 ? t('form.wg.why') : undefined}
          empty={t('form.choose')}
          options={choicesOf(options.wg)}
          value={form.value(question)}
          error={form.errors(question)}
        />
      ))}
    </Fold>
  );
}

/** What a person may say of themselves; every question says why and may stay empty. */
function AboutSelf({
  form,
  options,
  localities,
  allocation,
}: Pick<Props, 'form' | 'options' | 'localities' | 'allocation'>) {
  const t = useT('registration');
  return (
    <>
      <RadioGroup
        name="genero"
        optional
        two
        legend={t('form.genero')}
        sensitive={t('form.genero.why')}
        options={choicesOf(options.genero)}
        value={form.value('genero')}
        error={form.errors('genero')}
      />
      <TextField
        name="genero_otra"
        optional
        label={t('form.genero_otra')}
        value={form.value('genero_otra')}
        error={form.errors('genero_otra')}
        maxLength={80}
      />
      <TextField
        name="anio_nacimiento"
        optional
        short
        inputMode="numeric"
        maxLength={4}
        label={t('form.anio')}
        hint={t('form.anio.hint')}
        value={form.value('anio_nacimiento')}
        error={form.errors('anio_nacimiento')}
      />
      <SelectField
        name="localidad"
        optional
        label={t('form.localidad')}
        empty={t('form.choose')}
        options={localities}
        value={form.value('localidad')}
        error={form.errors('localidad')}
      />
      <ShortSet form={form} options={options} />
      <CheckboxGroup
        name="cuida"
        optional
        two
        legend={t('form.cuida')}
        sensitive={t('form.cuida.why')}
        options={choicesOf(options.cuida)}
        values={form.values('cuida')}
        error={form.errors('cuida')}
      />
      <SelectField
        name="etnia"
        optional
        label={t('form.etnia')}
        sensitive={t('form.etnia.why')}
        empty={t('form.choose')}
        options={choicesOf(options.etnia)}
        value={form.value('etnia')}
        error={form.errors('etnia')}
      />
      <SelectField
        name="victima"
        optional
        label={t('form.victima')}
        sensitive={t('form.victima.why')}
        empty={t('form.choose')}
        options={choicesOf(options.victima)}
        value={form.value('victima')}
        error={form.errors('victima')}
      />
      <SelectField
        name="organizacion_tipo"
        optional
        label={t('form.organizacion_tipo')}
        sensitive={t('form.organizacion.why')}
        empty={t('form.choose')}
        options={choicesOf(options.organizacion_tipo)}
        value={form.value('organizacion_tipo')}
        error={form.errors('organizacion_tipo')}
      />
      <TextField
        name="organizacion"
        optional
        label={t('form.organizacion')}
        hint={t('form.organizacion.hint')}
        value={form.value('organizacion')}
        error={form.errors('organizacion')}
        maxLength={160}
      />
      <SelectField
        name="como_supo"
        optional
        label={t('form.como_supo')}
        empty={t('form.choose')}
        options={choicesOf(options.como_supo)}
        value={form.value('como_supo')}
        error={form.errors('como_supo')}
      />
      <Checkbox
        name="acepta_estadistica"
        label={t(
          allocation === 'llegada' ? 'form.consent.estadistica' : 'form.consent.estadistica.places',
        )}
        checked={form.value('acepta_estadistica') === 'si'}
      />
    </>
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

/** The registration form. What is required stands first, on one screen; everything about oneself is folded and voluntary. */
export function RegistrationForm({
  form,
  options,
  localities,
  initial,
  policy,
  isFull,
  allocation,
  keepAs,
}: Props) {
  const t = useT('registration');
  const touched = (fields: string[]) =>
    fields.some((field) => form.errors(field) !== undefined || form.value(field) !== '');
  return (
    <form method="post" noValidate id="inscripcion" className="l-form">
      <Part legend={t('form.part.contact')}>
        <TextField
          name="nombre"
          label={t('form.name')}
          hint={t('form.name.hint')}
          autoComplete="name"
          value={form.value('nombre', initial.nombre)}
          error={form.errors('nombre')}
        />
        <TextField
          name="correo"
          type="email"
          label={t('form.email')}
          hint={t('form.email.hint')}
          autoComplete="email"
          inputMode="email"
          value={form.value('correo', initial.correo)}
          error={form.errors('correo')}
        />
        <TextField
          name="telefono"
          type="tel"
          optional
          label={t('form.phone')}
          hint={t('form.phone.hint')}
          autoComplete="tel"
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
        <p>
          <Button kind="go" size="big">
            {t(
              allocation === 'sorteo'
                ? 'form.send_draw'
                : isFull
                  ? 'form.send_waiting'
                  : 'form.send',
            )}
          </Button>
        </p>
      </Part>
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
      <Part legend={t('form.part.self')}>
        <p>{t(allocation === 'llegada' ? 'form.self.lead' : `form.self.lead.${allocation}`)}</p>
        <Fold summary={t('form.self.open')} open={touched(selfFields)}>
          <AboutSelf
            form={form}
            options={options}
            localities={localities}
            allocation={allocation}
          />
        </Fold>
        <Fold summary={t('form.minor.open')} open={touched(minorFields)}>
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
        <Fold summary={t('form.document.open')} open={touched(documentFields)}>
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
      </Part>
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
        <DraftKeeper name={keepAs} formId="inscripcion" mainField="nombre" onlyTab />
        <p>
          <Button kind="go" size="big">
            {t(
              allocation === 'sorteo'
                ? 'form.send_draw'
                : isFull
                  ? 'form.send_waiting'
                  : 'form.send',
            )}
          </Button>
        </p>
      </Part>
    </form>
  );
}
