import { shownState } from './rules.ts';
import type { PublicMeeting } from './types.ts';

/**
 * A meeting as the read API gives it (contract, section 6): places held, and people who wait, null
 * where they are too few to be told.
 */
export function meetingApiView(meeting: PublicMeeting, now: Date, baseUrl: string) {
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
