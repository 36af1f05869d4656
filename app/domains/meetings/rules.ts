import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import type { Channel, Meeting, RegistrationState, ShownState } from './types.ts';

type Counted = Pick<
  Meeting,
  | 'state'
  | 'capacity'
  | 'reserved'
  | 'opensAt'
  | 'closesAt'
  | 'endsAt'
  | 'held'
  | 'waiting'
  | 'kind'
>;

export const meetingLimits = { titleMin: 4, titleMax: 120, text: 3000, capacityMax: 5000 } as const;
export const registrationLimits = { nameMin: 2, nameMax: 120, supportNote: 300 } as const;

/** How long who proved their contact may see the personal part, in minutes; a mailed link works as long. */
export const personalMinutes = 15;

/** Places that the web form still gives; those kept for the phone, paper and the door are not counted. */
export function placesLeft(meeting: Pick<Meeting, 'capacity' | 'reserved' | 'held'>): number {
  return meeting.capacity === null
    ? 0
    : Math.max(0, meeting.capacity - meeting.reserved - meeting.held);
}

/** Places that a channel may give: those who run the meeting also give the reserved ones. */
export function placesFor(
  meeting: Pick<Meeting, 'capacity' | 'reserved' | 'held'>,
  channel: Channel,
): number {
  if (channel === 'web' || meeting.capacity === null) return placesLeft(meeting);
  return Math.max(0, meeting.capacity - meeting.held);
}

/** Whether places of a meeting are still to be drawn: until then everybody waits. */
export function awaitsDraw(meeting: Pick<Meeting, 'allocation' | 'allottedAt'>): boolean {
  return meeting.allocation === 'sorteo' && meeting.allottedAt === null;
}

/** Whether who comes by a channel gets a place now; on the web nobody passes those who already wait, and before a draw nobody does. */
export function givesPlace(
  meeting: Pick<
    Meeting,
    'capacity' | 'reserved' | 'held' | 'waiting' | 'allocation' | 'allottedAt'
  >,
  channel: Channel,
): boolean {
  if (awaitsDraw(meeting)) return false;
  return placesFor(meeting, channel) > 0 && (meeting.waiting === 0 || channel !== 'web');
}

const standing: RegistrationState[] = ['en_espera', 'ofrecida', 'inscrita'];

/** The better of the states of two registrations of one person; null when one of them is no longer active. */
export function betterState(a: RegistrationState, b: RegistrationState): RegistrationState | null {
  const [first, second] = [standing.indexOf(a), standing.indexOf(b)];
  return first < 0 || second < 0 ? null : first >= second ? a : b;
}

/** What a meeting is shown as: the decided state, or what counts and the clock make of a published one. */
export function shownState(meeting: Counted, now: Date): ShownState {
  if (meeting.state !== 'publicado') return meeting.state;
  if (now >= meeting.endsAt) return 'realizado';
  if (meeting.kind === 'feria') return 'publicado';
  if (now >= meeting.closesAt) return 'cerrado';
  return placesLeft(meeting) === 0 ? 'lleno' : 'publicado';
}

/** Whether registrations are taken now; who comes when it is full joins the waiting list. At the door they are taken until the end. */
export function mayRegister(meeting: Counted, now: Date, channel: Channel = 'web'): Verdict {
  if (meeting.kind === 'feria') return deny(conflict('meeting_without_registration'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  if (
    meeting.state === 'borrador' ||
    (channel === 'web' && (meeting.state !== 'publicado' || now >= meeting.endsAt))
  )
    return deny(conflict('meeting_over'));
  if (channel !== 'web') return allow;
  if (now < meeting.opensAt) return deny(conflict('registration_not_open'));
  return now < meeting.closesAt ? allow : deny(conflict('registration_closed'));
}

/** Whether a registration may still be cancelled or corrected by its person. */
export function mayChangeRegistration(
  meeting: Pick<Meeting, 'state' | 'startsAt'>,
  state: string,
  now: Date,
): Verdict {
  if (state === 'cancelada' || state === 'unida') return deny(conflict('registration_cancelled'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  return now < meeting.startsAt ? allow : deny(conflict('meeting_started'));
}

/** Until when an offered place is kept: some hours, and never past the beginning. */
export function offerEnd(meeting: Pick<Meeting, 'offerHours' | 'startsAt'>, now: Date): Date {
  return new Date(
    Math.min(now.getTime() + meeting.offerHours * 3_600_000, meeting.startsAt.getTime()),
  );
}

/** A phone as it is compared and kept: digits, with Colombia's prefix left out; null when it cannot be one. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+|00)?57(?=\d{10}$)/, '');
  return /^\+?\d{7,15}$/.test(digits) ? digits : null;
}

/** A document number as it is compared: letters and digits in upper case; dots and spaces are a habit of writing. */
export function readDocument(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s.,-]/g, '');
  return /^[0-9A-Z]{4,20}$/.test(plain) ? plain : null;
}

/** The instants between which a month lies in Bogotá (`2026-12`). */
export function monthSpan(month: string): { from: Date; until: Date } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const first = (y: number, m: number) => new Date(Date.UTC(y, m, 1, 5));
  return { from: first(year, number - 1), until: first(year, number) };
}

/** The month so many after another (`2026-12`, 1 → `2027-01`). */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
