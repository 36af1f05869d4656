import { localMoment } from '#app/platform/city/local-time.ts';
import type { Meeting } from './types.ts';

/** The fields of a meeting as its form has them. */
export type MeetingValues = Record<string, string | string[]>;

/** What the form shows of a meeting that exists. */
export function valuesOfMeeting(meeting: Meeting, onlineUrl: string): MeetingValues {
  return {
    tipo: meeting.kind,
    titulo: meeting.title,
    para_que: meeting.purpose,
    compromisos: meeting.commitments.map((commitment) => commitment.slug),
    inicia: localMoment(meeting.startsAt),
    termina: localMoment(meeting.endsAt),
    modalidad: meeting.modality,
    lugar: meeting.venue,
    direccion: meeting.address,
    localidad: meeting.locality?.code ?? '',
    como_llegar: meeting.directions,
    enlace: onlineUrl,
    cupo: meeting.capacity === null ? '' : String(meeting.capacity),
    reservados: String(meeting.reserved),
    abre: localMoment(meeting.opensAt),
    cierra: localMoment(meeting.ownClosesAt),
    idiomas: meeting.languages,
    accesibilidad: meeting.access,
    accesibilidad_nota: meeting.accessNote,
    materiales: meeting.materials,
    horas_oferta: String(meeting.offerHours),
    reparto: meeting.allocation,
  };
}

/** What the form of a new meeting begins with: a workshop in Spanish whose registration opens now. */
export function valuesOfNew(now: Date): MeetingValues {
  return {
    tipo: 'taller',
    modalidad: 'presencial',
    abre: localMoment(now),
    idiomas: ['es'],
    reservados: '0',
    horas_oferta: '24',
    reparto: 'llegada',
  };
}

/** What the form of a new meeting takes over from an earlier one: everything but when. */
export function valuesOfCopy(meeting: Meeting, onlineUrl: string): MeetingValues {
  const {
    inicia: _,
    termina: __,
    abre: ___,
    cierra: ____,
    ...rest
  } = valuesOfMeeting(meeting, onlineUrl);
  return rest;
}

/** Fields of the form as they were posted, for somebody who goes on later. */
export function valuesPosted(values: MeetingValues): MeetingValues {
  const { accion: _, propuesta: __, motivo: ___, ...fields } = values;
  return fields;
}
