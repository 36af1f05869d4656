import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { MeetingValues } from '#app/domains/meetings/meeting-values.ts';
import {
  AccessFields,
  FacilitatorFields,
  fieldsOf,
  PlacesFields,
  WhatFields,
  WhenFields,
  WhereFields,
  type MeetingChoices,
} from '#app/domains/meetings/ui/meeting-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

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
  /** What else can be done with it, and what the main button does. */
  submitAct?: string;
  more?: ReactNode;
};

/**
 * The fields of a meeting, in the order in which one is called: what, when, where, for how many,
 * with what so that everybody can take part.
 */
export function MeetingFields({ choices, initial, form, version, submitLabel, ...acts }: Props) {
  const t = useT('meetings');
  const of = fieldsOf(initial, form);
  return (
    <form method="post" noValidate className="l-form" id="encuentro">
      {version !== undefined && (
        <input type="hidden" name="version" value={form?.value('version') || version} />
      )}
      <WhatFields of={of} commitments={choices.commitments} />
      <WhenFields of={of} />
      <WhereFields of={of} localities={choices.localities} />
      <PlacesFields of={of} />
      <AccessFields of={of} access={choices.access} />
      {choices.facilitators && <FacilitatorFields {...choices.facilitators} form={form} />}
      <div className="l-row l-gap">
        <Button kind="go" size="big" name="accion" value={acts.submitAct ?? 'guardar'}>
          {submitLabel}
        </Button>
        <Button icon="eye" name="accion" value="vista_previa">
          {t('prepare.preview')}
        </Button>
        {acts.more}
      </div>
    </form>
  );
}
