import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { city } from '#app/platform/city/city.ts';
import { withoutCode } from '#app/platform/city/telephone.ts';
import type { Timed } from '#app/domains/meetings/rules.ts';
import { holdingStates, liveStates, type Meeting } from '#app/domains/meetings/types.ts';
import { goneStates, type Channel, type Reachable, type RegistrationState } from './types.ts';

export const registrationLimits = { nameMin: 2, nameMax: 120, needNote: 300, answer: 500 } as const;

/** Whether a registration in this state holds a place. */
export function holdsPlace(state: RegistrationState): boolean {
  return holdingStates.some((holding) => holding === state);
}

/** Whether a registration in this state holds a place or awaits one. */
export function isLive(state: RegistrationState): boolean {
  return liveStates.some((live) => live === state);
}

/** Whether a registration was given up or went into another. */
export function isGone(state: RegistrationState): boolean {
  return goneStates.some((gone) => gone === state);
}

/**
 * How long who proved their contact may see the personal part, in minutes; a mailed link works as
 * long.
 */
export const personalMinutes = 15;

/** What of a meeting says whether somebody may register. */
type Registrable = Timed & Partial<Pick<Meeting, 'ownClosesAt'>>;

const standing: RegistrationState[] = ['en_espera', 'ofrecida', 'inscrita'];

/**
 * The better of the states of two registrations of one person; null when one of them is no longer
 * active.
 */
export function betterState(a: RegistrationState, b: RegistrationState): RegistrationState | null {
  const [first, second] = [standing.indexOf(a), standing.indexOf(b)];
  if (first < 0 || second < 0) return null;
  return first >= second ? a : b;
}

/**
 * Whether registrations are taken now; who comes when it is full joins the waiting list. At the
 * door they are taken until the end. The phase of the workshops closes what people send themselves: a
 * paper was signed before, and who has a place keeps it.
 */
export function mayRegister(meeting: Registrable, now: Date, channel: Channel = 'web'): Verdict {
  if (meeting.kind === 'feria') return deny(conflict('meeting_without_registration'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  if (
    meeting.state === 'borrador' ||
    (channel === 'web' && (meeting.state !== 'publicado' || now >= meeting.endsAt))
  )
    return deny(conflict('meeting_over'));
  if (channel !== 'web') return allow;
  if (now < meeting.opensAt) return deny(conflict('registration_not_open'));
  if (now < meeting.closesAt) return allow;
  const byPhase = now < (meeting.ownClosesAt ?? meeting.closesAt);
  return deny(conflict(byPhase ? 'phase_closed_talleres' : 'registration_closed'));
}

/** Whether a registration may still be cancelled or corrected by its person. */
export function mayChangeRegistration(
  meeting: Pick<Meeting, 'state' | 'startsAt'>,
  state: RegistrationState,
  now: Date,
): Verdict {
  if (isGone(state)) return deny(conflict('registration_cancelled'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  return now < meeting.startsAt ? allow : deny(conflict('meeting_started'));
}

/** How many days after its end a meeting that nobody closed is counted. */
export const countedAfterDays = 3;

/**
 * Whether a person may still say of themselves what they had left out: until the meeting is counted,
 * and where places are drawn, until those who are drawn from are known; who comes to the door once
 * they were drawn is none of them.
 */
export function mayAnswerLater(
  meeting: Pick<
    Meeting,
    'state' | 'closedAt' | 'endsAt' | 'closesAt' | 'allocation' | 'allottedAt'
  >,
  { state, channel }: { state: RegistrationState; channel: Channel },
  now: Date,
): Verdict {
  if (isGone(state)) return deny(conflict('registration_cancelled'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  const drawn = channel !== 'puerta' || meeting.allottedAt === null;
  if (drawn && meeting.allocation === 'sorteo' && now >= meeting.closesAt)
    return deny(conflict('answers_drawn'));
  const counted = meeting.endsAt.getTime() + countedAfterDays * 86_400_000;
  return meeting.closedAt !== null || now.getTime() >= counted
    ? deny(conflict('answers_counted'))
    : allow;
}

/** The address that somebody can be mailed at; null when they gave none or mails to it come back. */
export function mailOf(person: Pick<Reachable, 'email' | 'mailReturnedAt'>): string | null {
  return person.mailReturnedAt === null ? person.email : null;
}

/** Until when an offered place is kept: some hours, and never past the beginning. */
export function offerEnd(meeting: Pick<Meeting, 'offerHours' | 'startsAt'>, now: Date): Date {
  return new Date(
    Math.min(now.getTime() + meeting.offerHours * 3_600_000, meeting.startsAt.getTime()),
  );
}

/**
 * A phone as it is compared and kept: digits, as they are dialled in the city's country; null when
 * it cannot be one.
 */
export function readPhone(text: string): string | null {
  // A spreadsheet that took it for a number writes `3105550101.0`.
  const digits = text.replace(/(?<=^\s*\+?\d{7,15})[.,]0+\s*$/, '').replace(/[\s().-]/g, '');
  const { dial } = city();
  const phone = dial ? withoutCode(digits, dial) : digits;
  return /^\+?\d{7,15}$/.test(phone) ? phone : null;
}

/**
 * A document number as it is compared: letters and digits in upper case; dots and spaces are a
 * habit of writing.
 */
export function readDocument(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s.,-]/g, '');
  return /^[0-9A-Z]{4,20}$/.test(plain) ? plain : null;
}
