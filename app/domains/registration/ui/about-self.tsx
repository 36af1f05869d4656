import { listOf } from '#app/domains/declarations/rules.ts';
import { wgQuestions, type Question } from '#app/domains/declarations/types.ts';
import { choicesOf, type FormProps } from '#app/domains/registration/ui/form-choices.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Which questions are asked: those that were answered before are not. */
type Asks = { asks: (question: Question) => boolean };
type Asked = Pick<FormProps, 'form' | 'options'> & Asks;

/** The six questions of the Washington Group: their wording and order are fixed. */
function ShortSet({ form, options, asks }: Asked) {
  const t = useT('registration');
  const asked = wgQuestions.filter(asks);
  if (asked.length === 0) return null;
  return (
    <Fold
      summary={t('form.wg.open')}
      open={asked.some((question) => form.value(question) !== '' || form.errors(question))}
    >
      <p id="wg-intro">{t('form.wg.intro')}</p>
      {asked.map((question, index) => (
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

/** Gender, age and where somebody lives. */
function WhoOneIs({ form, options, localities, asks }: Asked & Pick<FormProps, 'localities'>) {
  const t = useT('registration');
  return (
    <>
      {asks('genero') && (
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
      )}
      {asks('genero') && (
        <TextField
          name="genero_otra"
          optional
          label={t('form.genero_otra')}
          value={form.value('genero_otra')}
          error={form.errors('genero_otra')}
          maxLength={80}
        />
      )}
      {asks('anio_nacimiento') && (
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
      )}
      {asks('localidad') && localities.length > 0 && (
        <SelectField
          name="localidad"
          optional
          label={t('form.localidad')}
          empty={t('form.choose')}
          options={localities}
          value={form.value('localidad')}
          error={form.errors('localidad')}
        />
      )}
    </>
  );
}

/** Whom one cares for, and of which peoples one is. */
function LifeOfOne({ form, options, asks }: Asked) {
  const t = useT('registration');
  return (
    <>
      {asks('cuida') && (
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
      )}
      {asks('etnia') && (
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
      )}
      {asks('victima') && (
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
      )}
    </>
  );
}

/** The organisation that one belongs to, and how one heard of the meeting. */
function Belonging({ form, options, asks }: Asked) {
  const t = useT('registration');
  return (
    <>
      {asks('organizacion_tipo') && (
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
      )}
      {asks('organizacion') && (
        <TextField
          name="organizacion"
          optional
          label={t('form.organizacion')}
          hint={t('form.organizacion.hint')}
          value={form.value('organizacion')}
          error={form.errors('organizacion')}
          maxLength={160}
        />
      )}
      {asks('como_supo') && (
        <SelectField
          name="como_supo"
          optional
          label={t('form.como_supo')}
          empty={t('form.choose')}
          options={choicesOf(options.como_supo)}
          value={form.value('como_supo')}
          error={form.errors('como_supo')}
        />
      )}
    </>
  );
}

/**
 * What a person may say of themselves; every question says why and may stay empty. `said`: what they
 * answered before.
 */
export function AboutSelf({
  form,
  options,
  localities,
  allocation,
  said = [],
}: Pick<FormProps, 'form' | 'options' | 'localities' | 'allocation'> & { said?: string[] }) {
  const t = useT('registration');
  const asks = (question: Question) => {
    const list = listOf(question);
    // A city whose lists have no answers to a question does not ask it.
    return !said.includes(question) && (list === null || options[list].length > 0);
  };
  return (
    <>
      <WhoOneIs form={form} options={options} localities={localities} asks={asks} />
      <ShortSet form={form} options={options} asks={asks} />
      <LifeOfOne form={form} options={options} asks={asks} />
      <Belonging form={form} options={options} asks={asks} />
      <Checkbox
        name="acepta_estadistica"
        label={t(
          allocation === 'llegada' ? 'form.consent.estadistica' : 'form.consent.estadistica.places',
        )}
        checked={form.value('acepta_estadistica') === 'si'}
        error={form.errors('acepta_estadistica')}
      />
    </>
  );
}
