import { useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingValues } from '#app/domains/meetings/meeting-values.ts';
import { meetingLimits } from '#app/domains/meetings/rules.ts';
import {
  allocations,
  meetingKinds,
  meetingLanguages,
  modalities,
} from '#app/domains/meetings/types.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type MeetingChoices = {
  commitments: { slug: string; number: number; shortTitle: string }[];
  localities: { code: string; name: string }[];
  access: { code: string; label: string }[];
  /** People who facilitate already, and who has this meeting; nothing for who may not give roles. */
  facilitators: { people: { id: string; name: string; email: string }[]; own: string[] } | null;
};

/** The labels of the fields, for the lines of the error summary. */
export function useMeetingLabels(): Record<string, string> {
  const t = useT('meetings');
  return {
    tipo: t('prepare.kind'),
    titulo: t('prepare.title'),
    para_que: t('prepare.purpose'),
    compromisos: t('prepare.commitments'),
    idiomas: t('prepare.languages'),
    inicia: t('prepare.starts'),
    termina: t('prepare.ends'),
    modalidad: t('prepare.modality'),
    lugar: t('prepare.venue'),
    direccion: t('prepare.address'),
    localidad: t('prepare.locality'),
    como_llegar: t('prepare.directions'),
    enlace: t('prepare.online'),
    cupo: t('prepare.capacity'),
    reservados: t('prepare.reserved'),
    abre: t('prepare.opens'),
    cierra: t('prepare.closes'),
    horas_oferta: t('prepare.offer'),
    reparto: t('prepare.allocation'),
    accesibilidad: t('prepare.access.has'),
    accesibilidad_nota: t('prepare.access.note'),
    materiales: t('prepare.materials'),
    facilita: t('prepare.who.known'),
    facilita_correos: t('prepare.who.emails'),
    motivo: t('prepare.cancel.reason'),
  };
}

type Props = {
  choices: MeetingChoices;
  initial: MeetingValues;
  /** What was posted with this form, or nothing. */
  form: FormState | null;
  /** The version that its editor saw, when the meeting exists. */
  version?: number;
  submitLabel: string;
};

/** Who facilitates: people who do already, to tick, and the addresses of others. */
function FacilitatorFields({
  people,
  own,
  form,
}: {
  people: { id: string; name: string; email: string }[];
  own: string[];
  form: FormState | null;
}) {
  const t = useT('meetings');
  return (
    <fieldset className="part" id="quien-facilita">
      <legend>{t('prepare.who')}</legend>
      {people.length > 0 && (
        <CheckboxGroup
          two
          optional
          name="facilita"
          legend={t('prepare.who.known')}
          hint={t('prepare.who.known.hint')}
          values={form?.values('facilita') ?? own}
          error={form?.errors('facilita')}
          options={people.map((person) => ({
            value: person.id,
            label: person.name,
            hint: <span className="u-break">{person.email}</span>,
          }))}
        />
      )}
      <TextField
        optional
        name="facilita_correos"
        rows={2}
        label={t('prepare.who.emails')}
        hint={t('prepare.who.emails.hint')}
        value={form?.value('facilita_correos')}
        error={form?.errors('facilita_correos')}
        autoComplete="off"
      />
      {(form?.values('facilitaba') ?? own).map((id) => (
        <input key={id} type="hidden" name="facilitaba" value={id} />
      ))}
    </fieldset>
  );
}

/** The fields of a meeting, in the order in which one is called: what, when, where, for how many, with which needs. */
export function MeetingFields({ choices, initial, form, version, submitLabel }: Props) {
  const t = useT('meetings');
  const value = (name: string) => form?.value(name) ?? [initial[name] ?? ''].flat()[0] ?? '';
  const values = (name: string) => form?.values(name) ?? [initial[name] ?? []].flat();
  const field = (name: string) => ({ name, value: value(name), error: form?.errors(name) });
  return (
    <form method="post" noValidate className="l-form" id="encuentro">
      {version !== undefined && (
        <input type="hidden" name="version" value={form?.value('version') || version} />
      )}
      <fieldset className="part">
        <legend>{t('prepare.what')}</legend>
        <SelectField
          {...field('tipo')}
          label={t('prepare.kind')}
          hint={t('prepare.kind.hint')}
          options={meetingKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField
          {...field('titulo')}
          label={t('prepare.title')}
          hint={t('prepare.title.hint')}
          maxLength={meetingLimits.titleMax}
        />
        <TextField
          {...field('para_que')}
          rows={4}
          label={t('prepare.purpose')}
          hint={t('prepare.purpose.hint')}
          maxLength={meetingLimits.text}
        />
        <CheckboxGroup
          name="compromisos"
          legend={t('prepare.commitments')}
          values={values('compromisos')}
          error={form?.errors('compromisos')}
          options={choices.commitments.map((item) => ({
            value: item.slug,
            label: `${item.number}. ${item.shortTitle}`,
          }))}
        />
        <CheckboxGroup
          two
          name="idiomas"
          legend={t('prepare.languages')}
          values={values('idiomas')}
          error={form?.errors('idiomas')}
          options={meetingLanguages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
        />
      </fieldset>
      <fieldset className="part">
        <legend>{t('prepare.when')}</legend>
        <TextField
          {...field('inicia')}
          type="datetime-local"
          label={t('prepare.starts')}
          hint={t('prepare.starts.hint')}
        />
        <TextField {...field('termina')} type="datetime-local" label={t('prepare.ends')} />
      </fieldset>
      <fieldset className="part">
        <legend>{t('prepare.where')}</legend>
        <RadioGroup
          name="modalidad"
          legend={t('prepare.modality')}
          value={value('modalidad')}
          error={form?.errors('modalidad')}
          options={modalities.map((modality) => ({
            value: modality,
            label: t(`modality.${modality}`),
          }))}
        />
        <TextField
          {...field('lugar')}
          label={t('prepare.venue')}
          hint={t('prepare.venue.hint')}
          maxLength={160}
        />
        <TextField {...field('direccion')} optional label={t('prepare.address')} maxLength={200} />
        <SelectField
          {...field('localidad')}
          label={t('prepare.locality')}
          empty={t('prepare.locality.none')}
          options={choices.localities.map((item) => ({ value: item.code, label: item.name }))}
        />
        <TextField
          {...field('como_llegar')}
          optional
          rows={3}
          label={t('prepare.directions')}
          hint={t('prepare.directions.hint')}
          maxLength={1000}
        />
        <TextField
          {...field('enlace')}
          optional
          type="url"
          label={t('prepare.online')}
          hint={t('prepare.online.hint')}
        />
      </fieldset>
      <fieldset className="part">
        <legend>{t('prepare.places')}</legend>
        <TextField
          {...field('cupo')}
          short
          maxLength={4}
          inputMode="numeric"
          label={t('prepare.capacity')}
          hint={t('prepare.capacity.hint')}
        />
        <TextField
          {...field('reservados')}
          short
          maxLength={4}
          inputMode="numeric"
          label={t('prepare.reserved')}
          hint={t('prepare.reserved.hint')}
        />
        <TextField {...field('abre')} type="datetime-local" label={t('prepare.opens')} />
        <TextField
          {...field('cierra')}
          type="datetime-local"
          label={t('prepare.closes')}
          hint={t('prepare.closes.hint')}
        />
        <RadioGroup
          name="reparto"
          legend={t('prepare.allocation')}
          hint={t('prepare.allocation.hint')}
          value={value('reparto')}
          error={form?.errors('reparto')}
          options={allocations.map((allocation) => ({
            value: allocation,
            label: t(`allocation.${allocation}`),
            hint: t(`allocation.${allocation}.hint`),
          }))}
        />
        <TextField
          {...field('horas_oferta')}
          short
          maxLength={3}
          inputMode="numeric"
          label={t('prepare.offer')}
          hint={t('prepare.offer.hint')}
        />
      </fieldset>
      <fieldset className="part">
        <legend>{t('prepare.access')}</legend>
        <CheckboxGroup
          two
          optional
          name="accesibilidad"
          legend={t('prepare.access.has')}
          hint={t('prepare.access.hint')}
          values={values('accesibilidad')}
          error={form?.errors('accesibilidad')}
          options={choices.access.map((item) => ({ value: item.code, label: item.label }))}
        />
        <TextField
          {...field('accesibilidad_nota')}
          optional
          rows={3}
          label={t('prepare.access.note')}
          hint={t('prepare.access.note.hint')}
          maxLength={1000}
        />
        <TextField
          {...field('materiales')}
          optional
          rows={3}
          label={t('prepare.materials')}
          hint={t('prepare.materials.hint')}
          maxLength={1000}
        />
      </fieldset>
      {choices.facilitators && <FacilitatorFields {...choices.facilitators} form={form} />}
      <div className="l-row l-gap">
        <Button kind="go" size="big" name="accion" value="guardar">
          {submitLabel}
        </Button>
        <Button icon="eye" name="accion" value="vista_previa">
          {t('prepare.preview')}
        </Button>
      </div>
    </form>
  );
}
