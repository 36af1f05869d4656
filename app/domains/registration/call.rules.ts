import type { Meeting } from '#app/domains/meetings/types.ts';
import type { RegistrationMail } from './emails/registration-mail.ts';

/** What a call may be about, and which open call a newer one takes the place of. */
export const callSubjects = {
  registered: 'place',
  waiting: 'place',
  waiting_goals: 'place',
  in_draw: 'place',
  drawn: 'place',
  not_drawn: 'place',
  still_waiting: 'place',
  offered: 'place',
  offer_expired: 'place',
  meeting_changed: 'meeting',
  meeting_cancelled: 'meeting',
  cancelled_for: 'place',
  need_answered: 'need',
  merged: 'merged',
  mail_returned: 'contact',
} as const;
export type CallAbout = keyof typeof callSubjects;
export type CallSubject = (typeof callSubjects)[CallAbout];
export const everySubject: readonly CallSubject[] = [...new Set(Object.values(callSubjects))];

/** What came of a call; to an offer somebody says yes or no. */
export const callResults = [
  'hablamos',
  'acepta',
  'no_quiere',
  'no_contesto',
  'equivocado',
] as const;
export type CallResult = (typeof callResults)[number];

/**
 * What is told by telephone to who cannot be mailed. Their own acts are not: they were there. Nor is
 * a link that only a mail can carry.
 */
export function isCalled(mail: RegistrationMail): mail is RegistrationMail & CallAbout {
  return mail in callSubjects;
}

const hour = 3_600_000;
/** For how many hours a person who is called keeps an offer from the first call that was tried. */
export const callHours = 24;
/** How many hours there are to make a call: what changes a person's day comes first. */
const hoursToCall = { place: 24, meeting: 24, need: 48, contact: 48, merged: 72 } as const;
/** Nobody is to be called later than so many hours before the meeting. */
const hoursBefore = 3;

/** Until when a call should have been made; never before now. */
export function callDue(subject: CallSubject, meeting: Pick<Meeting, 'startsAt'>, now: Date): Date {
  const wished = now.getTime() + hoursToCall[subject] * hour;
  const latest = meeting.startsAt.getTime() - hoursBefore * hour;
  return new Date(Math.max(now.getTime(), Math.min(wished, latest)));
}

/** Until when an offer is kept once its call was tried: a day, or longer where the meeting says so. */
export function calledOfferEnd(
  meeting: Pick<Meeting, 'startsAt' | 'offerHours'>,
  triedAt: Date,
): Date {
  const hours = Math.max(callHours, meeting.offerHours);
  return new Date(Math.min(triedAt.getTime() + hours * hour, meeting.startsAt.getTime()));
}
