import { clockName } from '#app/platform/city/city.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingValues } from '#app/domains/meetings/meeting-values.ts';
import { meetingLimits } from '#app/domains/meetings/rules.ts';
import {
  allocations,
  meetingKinds,
  meetingLanguages,
  modalities,
} from '#app/domains/meetings/types.ts';
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

/** What the fields show: what was posted, or else how the meeting was. */
export function fieldsOf(initial: MeetingValues, form: FormState | null) {
  const value = (name: string) => form?.value(name) ?? [initial[name] ?? ''].flat()[0] ?? '';
  const error = (name: string) => form?.errors(name);
  return {
    value,
    error,
    values: (name: string) => form?.values(name) ?? [initial[name] ?? []].flat(),
    field: (name: string) => ({ name, value: value(name), error: error(name) }),
  };
}
type Fields = { of: ReturnType<typeof fieldsOf> };

/** What is called, for which commitments and in which languages. */
export function WhatFields({ of, commitments }: Fields & Pick<MeetingChoices, 'commitments'>) {
  const t = useT('meetings');
  return (
    <fieldset className="part">
      <legend>{t('prepare.what')}</legend>
      <SelectField
        {...of.field('tipo')}
        label={t('prepare.kind')}
        hint={t('prepare.kind.hint')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextField
        {...of.field('titulo')}
        label={t('prepare.title')}
        hint={t('prepare.title.hint')}
        maxLength={meetingLimits.titleMax}
      />
      <TextField
        {...of.field('para_que')}
        rows={4}
        label={t('prepare.purpose')}
        hint={t('prepare.purpose.hint')}
        maxLength={meetingLimits.text}
      />
      <CheckboxGroup
        name="compromisos"
        legend={t('prepare.commitments')}
        values={of.values('compromisos')}
        error={of.error('compromisos')}
        options={commitments.map((item) => ({
          value: item.slug,
          label: `${item.number}. ${item.shortTitle}`,
        }))}
      />
      <CheckboxGroup
        two
        name="idiomas"
        legend={t('prepare.languages')}
        values={of.values('idiomas')}
        error={of.error('idiomas')}
        options={meetingLanguages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
      />
    </fieldset>
  );
}

/** From when to when. */
export function WhenFields({ of }: Fields) {
  const t = useT('meetings');
  return (
    <fieldset className="part">
      <legend>{t('prepare.when')}</legend>
      <TextField
        {...of.field('inicia')}
        type="datetime-local"
        label={t('prepare.starts')}
        hint={t('prepare.starts.hint', { city: clockName() })}
      />
      <TextField {...of.field('termina')} type="datetime-local" label={t('prepare.ends')} />
    </fieldset>
  );
}

/** Where it is, and how one gets there. */
export function WhereFields({ of, localities }: Fields & Pick<MeetingChoices, 'localities'>) {
  const t = useT('meetings');
  return (
    <fieldset className="part">
      <legend>{t('prepare.where')}</legend>
      <RadioGroup
        name="modalidad"
        legend={t('prepare.modality')}
        value={of.value('modalidad')}
        error={of.error('modalidad')}
        options={modalities.map((modality) => ({
          value: modality,
          label: t(`modality.${modality}`),
        }))}
      />
      <TextField
        {...of.field('lugar')}
        label={t('prepare.venue')}
        hint={t('prepare.venue.hint')}
        maxLength={160}
      />
      <TextField {...of.field('direccion')} optional label={t('prepare.address')} maxLength={200} />
      {localities.length > 0 && (
        <SelectField
          {...of.field('localidad')}
          label={t('prepare.locality')}
          empty={t('prepare.locality.none')}
          options={localities.map((item) => ({ value: item.code, label: item.name }))}
        />
      )}
      <TextField
        {...of.field('como_llegar')}
        optional
        rows={3}
        label={t('prepare.directions')}
        hint={t('prepare.directions.hint')}
        maxLength={1000}
      />
      <TextField
        {...of.field('enlace')}
        optional
        type="url"
        label={t('prepare.online')}
        hint={t('prepare.online.hint')}
      />
    </fieldset>
  );
}

/** For how many, from when to when they register, and how places are given. */
export function PlacesFields({ of }: Fields) {
  const t = useT('meetings');
  return (
    <fieldset className="part">
      <legend>{t('prepare.places')}</legend>
      <TextField
        {...of.field('cupo')}
        short
        maxLength={4}
        inputMode="numeric"
        label={t('prepare.capacity')}
        hint={t('prepare.capacity.hint')}
      />
      <TextField
        {...of.field('reservados')}
        short
        maxLength={4}
        inputMode="numeric"
        label={t('prepare.reserved')}
        hint={t('prepare.reserved.hint')}
      />
      <TextField {...of.field('abre')} type="datetime-local" label={t('prepare.opens')} />
      <TextField
        {...of.field('cierra')}
        type="datetime-local"
        label={t('prepare.closes')}
        hint={t('prepare.closes.hint')}
      />
      <RadioGroup
        name="reparto"
        legend={t('prepare.allocation')}
        hint={t('prepare.allocation.hint')}
        value={of.value('reparto')}
        error={of.error('reparto')}
        options={allocations.map((allocation) => ({
          value: allocation,
          label: t(`allocation.${allocation}`),
          hint: t(`allocation.${allocation}.hint`),
        }))}
      />
      <TextField
        {...of.field('horas_oferta')}
        short
        maxLength={3}
        inputMode="numeric"
        label={t('prepare.offer')}
        hint={t('prepare.offer.hint')}
      />
    </fieldset>
  );
}

/** What is there so that everybody can take part. */
export function AccessFields({ of, access }: Fields & Pick<MeetingChoices, 'access'>) {
  const t = useT('meetings');
  return (
    <fieldset className="part">
      <legend>{t('prepare.access')}</legend>
      <CheckboxGroup
        two
        optional
        name="accesibilidad"
        legend={t('prepare.access.has')}
        hint={t('prepare.access.hint')}
        values={of.values('accesibilidad')}
        error={of.error('accesibilidad')}
        options={access.map((item) => ({ value: item.code, label: item.label }))}
      />
      <TextField
        {...of.field('accesibilidad_nota')}
        optional
        rows={3}
        label={t('prepare.access.note')}
        hint={t('prepare.access.note.hint')}
        maxLength={1000}
      />
      <TextField
        {...of.field('materiales')}
        optional
        rows={3}
        label={t('prepare.materials')}
        hint={t('prepare.materials.hint')}
        maxLength={1000}
      />
    </fieldset>
  );
}

/** Who facilitates: people who do already, to tick, and the addresses of others. */
export function FacilitatorFields({
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
