import { startOfDay } from '#app/platform/city/local-time.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import type { Meeting, PublicMeeting, ShownState } from './types.ts';

/** What of a meeting says whether registration is open. */
export type Timed = Pick<Meeting, 'state' | 'opensAt' | 'closesAt' | 'endsAt' | 'kind'>;
export type Places = Pick<Meeting, 'capacity' | 'reserved' | 'held' | 'heldReserved'>;
/** What of a meeting says where it stands; the number of places taken, or whether all are. */
export type Standing = Timed & (Places | { isFull: boolean | null });

export const meetingLimits = { titleMin: 4, titleMax: 120, text: 3000, capacityMax: 5000 } as const;

/** Places that nobody holds, those kept among them. */
function emptyPlaces({ capacity, held }: Places): number {
  return capacity === null ? 0 : Math.max(0, capacity - held);
}

/** Places kept for the phone, paper and the door that nobody holds yet. */
export function reservedLeft(meeting: Places): number {
  return Math.min(emptyPlaces(meeting), Math.max(0, meeting.reserved - meeting.heldReserved));
}

/** Places that anybody may still have: those that are empty and not kept for somebody else. */
export function placesLeft(meeting: Places): number {
  return emptyPlaces(meeting) - reservedLeft(meeting);
}

/** Whether places of a meeting are still to be drawn: until then everybody waits. */
export function awaitsDraw(meeting: Pick<Meeting, 'allocation' | 'allottedAt'>): boolean {
  return meeting.allocation === 'sorteo' && meeting.allottedAt === null;
}

/** What a meeting is shown as: the decided state, or what counts and the clock make of a published one. */
export function shownState(meeting: Standing, now: Date): ShownState {
  if (meeting.state !== 'publicado') return meeting.state;
  if (now >= meeting.endsAt) return 'realizado';
  if (meeting.kind === 'feria') return 'publicado';
  if (now >= meeting.closesAt) return 'cerrado';
  const isFull = 'isFull' in meeting ? meeting.isFull : placesLeft(meeting) === 0;
  return isFull ? 'lleno' : 'publicado';
}

/** The first day of the month so many after another. */
function firstOf(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 10);
}

/** The instants between which a month lies in the city (`2026-12`). */
export function monthSpan(month: string): { from: Date; until: Date } {
  return { from: startOfDay(firstOf(month, 0)), until: startOfDay(firstOf(month, 1)) };
}

/** The month so many after another (`2026-12`, 1 → `2027-01`). */
export function monthAfter(month: string, by: number): string {
  return firstOf(month, by).slice(0, 7);
}

/** How many months before the first meeting and after the last one a calendar still shows. */
const monthsAround = 24;

/** The first and the last month that a calendar shows: two years around today and the months that have meetings. */
export function monthsShown(meetings: { first: Date; last: Date }): { from: string; to: string } {
  const monthOf = (at: Date) => civilDay(at).slice(0, 7);
  return {
    from: monthAfter(monthOf(meetings.first), -monthsAround),
    to: monthAfter(monthOf(meetings.last), monthsAround),
  };
}

/** Counts of people under this number are not told, so that nobody is known by them. */
export const fewestTold = 5;

/** A count of people as it may be told; so few that somebody could be known by it is not, nor is none. */
export function protectedCount(count: number): number | null {
  return count < fewestTold ? null : count;
}

/**
 * A count as it may be told beside others that are told already: when it lies so near to one of them
 * that the few between are known by subtraction, it is not.
 */
export function countBeside(count: number, told: (number | null)[]): number | null {
  const near = told.some((other) => other !== null && Math.abs(other - count) < fewestTold);
  return near ? null : protectedCount(count);
}

/**
 * A meeting as everybody may see it: the one place where its numbers of people become public. That
 * it is full is a number too, where so few places are given or who came is told beside it.
 */
export function publicMeeting(given: Meeting): PublicMeeting {
  const { counted: _, heldReserved: __, ...meeting } = given;
  const attended = protectedCount(meeting.attended);
  const held = countBeside(meeting.held, [attended]);
  const left = placesLeft(given);
  const few = meeting.capacity !== null && meeting.capacity - meeting.reserved < fewestTold;
  return {
    ...meeting,
    held,
    waiting: protectedCount(meeting.waiting),
    attended,
    left: held === null ? null : left,
    isFull: held === null && (few || attended !== null) ? null : left === 0,
  };
}
