import type { Answers, Catalogue } from '#app/domains/declarations/types.ts';
import { listOf } from '#app/domains/declarations/rules.ts';
import type { Allocation } from '#app/domains/meetings/types.ts';
import { personalMinutes, registrationLimits } from '#app/domains/registration/rules.ts';
import type { RegistrationFile } from '#app/domains/registration/types.ts';
import { AnswerLater } from '#app/domains/registration/ui/answer-later.tsx';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Facts } from '#app/ui/facts.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  file: RegistrationFile;
  answers: Answers | null;
  options: Catalogue;
  localities: { value: string; label: string }[];
  form: FormState;
  mayChange: boolean;
  mayAnswer: boolean;
  allocation: Allocation;
  canAdopt: boolean;
  isAdopted: boolean;
};

/** What somebody answered, in the words of the catalogue. */
function Declared({
  answers,
  options,
  localities,
}: {
  answers: Answers;
  options: Catalogue;
  localities: Props['localities'];
}) {
  const t = useT('registration');
  const labels: Record<string, string> = {
    genero: t('form.genero'),
    genero_otra: t('form.genero_otra'),
    anio_nacimiento: t('form.anio'),
    localidad: t('form.localidad'),
    cuida: t('form.cuida'),
    etnia: t('form.etnia'),
    victima: t('form.victima'),
    organizacion_tipo: t('form.organizacion_tipo'),
    organizacion: t('form.organizacion'),
    como_supo: t('form.como_supo'),
    wg_ver: t('form.wg_ver'),
    wg_oir: t('form.wg_oir'),
    wg_caminar: t('form.wg_caminar'),
    wg_recordar: t('form.wg_recordar'),
    wg_cuidado: t('form.wg_cuidado'),
    wg_comunicar: t('form.wg_comunicar'),
  };
  const say = (question: string, answer: string): string => {
    if (question === 'localidad')
      return localities.find((locality) => locality.value === answer)?.label ?? answer;
    const list = listOf(question);
    return (list && options[list].find((option) => option.code === answer)?.label) ?? answer;
  };
  return (
    <Facts
      items={Object.entries(answers)
        .filter(([question]) => labels[question])
        .map(([question, answer]) => ({
          key: question,
          term: labels[question],
          value: [answer]
            .flat()
            .map((each) => say(question, String(each)))
            .join(', '),
        }))}
    />
  );
}

/** What was asked for, and what was answered. */
function OwnNeeds({ file, options }: Pick<Props, 'file' | 'options'>) {
  const t = useT('registration');
  return (
    <div className="l-stack l-stack--tight">
      <h3>{t('own.needs.title')}</h3>
      <ul className="list">
        {file.needs.map((need) => (
          <li key={need.need}>
            <span>
              {options.apoyo.find((option) => option.code === need.need)?.label ?? need.need}
              {need.note && `: ${need.note}`}
            </span>
            <span>
              {t(`own.need.${need.state}`)}
              {need.answer && `: ${need.answer}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Name, contact and needs, to correct. */
function PersonalForm({ file, options, form }: Pick<Props, 'file' | 'options' | 'form'>) {
  const t = useT('registration');
  const needs = file.needs.map((need) => need.need);
  return (
    <form method="post" noValidate className="l-form">
      <TextField
        name="nombre"
        label={t('form.name')}
        autoComplete="name"
        value={form.value('nombre', file.name)}
        error={form.errors('nombre')}
      />
      <TextField
        name="correo"
        type="email"
        optional
        label={t('form.email')}
        autoComplete="email"
        value={form.value('correo', file.email ?? '')}
        error={form.errors('correo')}
      />
      <TextField
        name="telefono"
        type="tel"
        optional
        label={t('form.phone')}
        autoComplete="tel"
        value={form.value('telefono', file.phone ?? '')}
        error={form.errors('telefono')}
      />
      <CheckboxGroup
        name="apoyo"
        optional
        two
        legend={t('form.needs.legend')}
        options={options.apoyo.map((option) => ({ value: option.code, label: option.label }))}
        values={form.values('apoyo', needs)}
        error={form.errors('apoyo')}
      />
      <TextField
        name="apoyo_otro"
        optional
        label={t('form.needs.other')}
        value={form.value(
          'apoyo_otro',
          file.needs.find((need) => need.need === 'otro')?.note ?? '',
        )}
        error={form.errors('apoyo_otro')}
        maxLength={registrationLimits.needNote}
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="guardar">
          {t('own.data.save')}
        </Button>
      </p>
    </form>
  );
}

/** The permissions that were given, each of which may be taken back. */
function OwnConsents({ file }: Pick<Props, 'file'>) {
  const t = useT('registration');
  const f = useFormat();
  return (
    <div className="l-stack l-stack--tight">
      <h3>{t('own.consents.title')}</h3>
      <ul className="list">
        {file.consents.map((consent) => (
          <li key={consent.purpose}>
            <span>
              {t(`own.purpose.${consent.purpose}`)}
              <br />
              <span className="u-small u-mute">
                {consent.revokedAt
                  ? t('own.consents.revoked', { date: f.date(consent.revokedAt) })
                  : t('own.consents.given', { date: f.date(consent.givenAt) })}
              </span>
            </span>
            {consent.purpose !== 'inscripcion' && !consent.revokedAt && (
              <form method="post">
                <input type="hidden" name="permiso" value={consent.purpose} />
                <Button size="small" name="accion" value="retirar_permiso">
                  {t('own.consents.withdraw')}
                  <span className="u-sr">: {t(`own.purpose.${consent.purpose}`)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The personal part of a registration: shown for a while to who proved to be its person. */
export function OwnRegistration({
  file,
  answers,
  options,
  localities,
  form,
  mayChange,
  mayAnswer,
  allocation,
  canAdopt,
  isAdopted,
}: Props) {
  const t = useT('registration');
  return (
    <section className="l-stack l-stack--wide" aria-labelledby="datos" id="mis-datos">
      <div className="l-stack l-stack--tight">
        <h2 id="datos">{t('own.data.title')}</h2>
        <p className="u-small u-mute">{t('own.data.until', { n: personalMinutes })}</p>
      </div>
      {file.needs.length > 0 && <OwnNeeds file={file} options={options} />}
      {mayChange && <PersonalForm file={file} options={options} form={form} />}
      <div className="l-stack l-stack--tight">
        <h3>{t('own.declared.title')}</h3>
        {answers ? (
          <>
            <p className="u-small u-mute">{t('own.declared.text')}</p>
            <Declared answers={answers} options={options} localities={localities} />
          </>
        ) : (
          <p>{t('own.declared.none')}</p>
        )}
        {mayAnswer && (
          <AnswerLater
            form={form}
            answers={answers}
            options={options}
            localities={localities}
            allocation={allocation}
          />
        )}
      </div>
      <OwnConsents file={file} />
      <form method="post" className="l-row">
        {canAdopt && (
          <Button icon="person" name="accion" value="reclamar">
            {t('own.adopt')}
          </Button>
        )}
        {isAdopted && <p>{t('own.adopted')}</p>}
        <Button icon="lock" name="accion" value="cerrar">
          {t('own.data.close')}
        </Button>
      </form>
    </section>
  );
}
