import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import type { Channel, RegistrationState } from '#app/domains/registration/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { DoorMeeting } from './types.ts';

/** A batch stays well under the limit of a request's body; titles and texts are those of an idea of a table. */
export const doorLimits = {
  batch: 50,
  title: 140,
  text: 3000,
  table: 40,
  photoMin: 5,
  photo: 300,
} as const;

/**
 * When a device's record counts as made. A device's clock may be wrong: nothing was written down
 * before the device was prepared, nor after it arrived here.
 */
export function recordMoment(made: Date, device: { createdAt: Date }, now: Date): Date {
  return new Date(Math.min(Math.max(made.getTime(), device.createdAt.getTime()), now.getTime()));
}

/**
 * Whether a registration may be taken back as a mistake of the door: only one that a door made, until
 * the meeting is closed (on a device without connection: made before it was), and not once it was
 * joined with another one.
 */
export function mayAnnul(
  meeting: Pick<Meeting, 'closedAt'>,
  registration: { channel: Channel; state: RegistrationState },
  at: Date,
): Verdict {
  if (registration.state === 'unida') return deny(conflict('walk_in_merged'));
  if (registration.channel !== 'puerta' || registration.state === 'solo_asistencia')
    return deny(conflict('walk_in_only'));
  return meeting.closedAt !== null && at >= meeting.closedAt
    ? deny(conflict('walk_in_closed'))
    : allow;
}

/** What a device knows of its meeting, in the language of who prepares it. */
export function doorMeetingOf(
  meeting: Pick<Meeting, 'id' | 'kind' | 'commitments' | 'allocation'>,
  offered: Omit<DoorMeeting['questions'], 'allocation'>,
  locale: 'es' | 'en',
): DoorMeeting {
  return {
    id: meeting.id,
    isFair: meeting.kind === 'feria',
    needs: offered.options.apoyo.map(({ code, label }) => ({ code, label })),
    questions: { ...offered, allocation: meeting.allocation },
    commitments: meeting.commitments.map(({ slug, number, titleEs, titleEn }) => ({
      slug,
      number,
      title: locale === 'en' ? titleEn : titleEs,
    })),
  };
}

/** What is remembered of a record, in one word and its reasons: `conflicto:over_capacity,same_person`. */
export function writeOutcome(
  state: 'guardado' | 'ya_estaba' | 'conflicto' | 'rechazado',
  reasons: string[],
): string {
  return reasons.length === 0 ? state : `${state}:${reasons.join(',')}`;
}

/** The same read again, for a record that comes a second time: what was plainly kept is said to be here already. */
export function readOutcome(outcome: string): {
  estado: 'ya_estaba' | 'conflicto' | 'rechazado';
  razones: string[];
} {
  const [state = '', reasons = ''] = outcome.split(':');
  const razones = reasons === '' ? [] : reasons.split(',');
  return { estado: state === 'conflicto' || state === 'rechazado' ? state : 'ya_estaba', razones };
}
