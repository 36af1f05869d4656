import { shownState } from './rules.ts';
import type { Meeting } from './types.ts';

/** A meeting as the read API gives it (contract, section 6): places held, and people who wait. */
export function meetingApiView(meeting: Meeting, now: Date, baseUrl: string) {
  return {
    id: meeting.id,
    tipo: meeting.kind,
    titulo: meeting.title,
    compromisos: meeting.commitments.map((commitment) => commitment.slug),
    inicia_en: meeting.startsAt.toISOString(),
    termina_en: meeting.endsAt.toISOString(),
    modalidad: meeting.modality,
    localidad: meeting.locality?.code ?? null,
    cupo: meeting.capacity,
    inscritas: meeting.held,
    en_espera: meeting.waiting,
    estado: shownState(meeting, now),
    url: `${baseUrl}/talleres/${meeting.id}`,
  };
}
