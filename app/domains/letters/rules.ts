import { conflict } from '#app/kernel/errors.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { addWorkingDays, workingDaysBetween } from '#app/platform/clock/working-days.ts';
import type { Letter, LetterFacts, LetterState, Subject } from './types.ts';

type Term = {
  /** Working days to answer, counted from the day after it came. */
  days: number;
  /** How many more there may be, once, with the reason told before the first ones are over. */
  extension: number;
  /** Within how many working days more may be asked for; null: at any time. */
  askWithin: number | null;
  /** For how many months what was asked is waited for. */
  replyMonths: number;
  /** Whether the clock stands still while it is waited for. */
  stops: boolean;
};

/** Ley 1755 de 2015: articles 14 (term, at most doubled) and 17 (incomplete petitions). */
const petition: Term = { days: 15, extension: 15, askWithin: 10, replyMonths: 1, stops: true };

/**
 * The term of each kind of letter. Of personal data it is that of Ley 1581 de 2012: article 14 of
 * queries, which knows no pause, and article 15 of claims.
 */
const terms: Record<'ayuda' | 'barrera' | 'consulta' | 'reclamo', Term> = {
  ayuda: petition,
  barrera: petition,
  consulta: { days: 10, extension: 5, askWithin: null, replyMonths: 1, stops: false },
  reclamo: { days: 15, extension: 8, askWithin: 5, replyMonths: 2, stops: true },
};

/** What the law gives for a letter of this kind; a claim on data that says no more is a query, the shorter term. */
export function termOf({ kind, claim }: Subject): Term {
  return terms[kind === 'datos' ? (claim ?? 'consulta') : kind];
}

/** The public number of a letter: `R-2026-0001`. */
export function numberOf({ year, number }: { year: number; number: number }): string {
  return `R-${year}-${String(number).padStart(4, '0')}`;
}

/** Until when a letter is to be answered, with what was added and stood still. */
export function dueOf(
  letter: Subject & { sentAt: Date; extendedAt: Date | null; pausedDays: number },
): Date {
  const { days, extension } = termOf(letter);
  const added = letter.extendedAt ? extension : 0;
  return addWorkingDays(letter.sentAt, days + added + letter.pausedDays);
}

/** Whether the clock stands still. */
export function isStopped(letter: Subject & { state: LetterState }): boolean {
  return letter.state === 'pedida' && termOf(letter).stops;
}

/** Working days that the clock stood still, once what was asked for is there. */
export function pausedBy(letter: LetterFacts, now: Date): number {
  return letter.askedAt && isStopped(letter) ? workingDaysBetween(letter.askedAt, now) : 0;
}

/** Until when what is asked now is waited for. */
export function replyUntil(letter: Subject, now: Date): Date {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + termOf(letter).replyMonths);
  return until;
}

/** Whether it was answered or closed. */
export function isSettled({ state }: { state: LetterState }): boolean {
  return state === 'respondida' || state === 'cerrada';
}

/** Whether anything may still be done with it. */
export function maySettle(letter: { state: LetterState }): Verdict {
  return isSettled(letter) ? deny(conflict('letter_settled')) : allow;
}

/** Taking says who answers: not what another already took. */
export function mayTake(
  letter: { state: LetterState; handlerId: string | null; handler: string | null },
  personId: string | null,
): Verdict {
  if (isSettled(letter)) return maySettle(letter);
  return letter.handlerId && letter.handlerId !== personId
    ? deny(conflict('letter_taken', { name: letter.handler ?? '' }))
    : allow;
}

/** More is asked for once, and soon. */
export function mayAsk(letter: LetterFacts, now: Date): Verdict {
  if (isSettled(letter)) return maySettle(letter);
  if (letter.askedAt) return deny(conflict('letter_asked_once'));
  const { askWithin } = termOf(letter);
  return askWithin !== null && now > addWorkingDays(letter.sentAt, askWithin)
    ? deny(conflict('letter_ask_late', { days: askWithin }))
    : allow;
}

/** A term is extended once, before it is over, while it runs. */
export function mayExtend(letter: LetterFacts, now: Date): Verdict {
  if (isSettled(letter)) return maySettle(letter);
  if (letter.extendedAt) return deny(conflict('letter_extended_once'));
  if (isStopped(letter)) return deny(conflict('letter_waits'));
  return now > letter.dueAt ? deny(conflict('letter_extend_late')) : allow;
}

/** Who wrote adds what they were asked for, as long as nobody closed it. */
export function mayComplete(letter: { state: LetterState }): Verdict {
  if (isSettled(letter)) return maySettle(letter);
  return letter.state === 'pedida' ? allow : deny(conflict('letter_not_asked'));
}

/** Another kind, with its own term; not once the term was extended or stood still. */
export function mayChangeKind(letter: LetterFacts): Verdict {
  if (isSettled(letter)) return maySettle(letter);
  return letter.extendedAt || letter.askedAt ? deny(conflict('letter_kind_late')) : allow;
}

/** Where who wrote is mailed; null when they gave no address or mails to it come back. */
export function mailOf(letter: Pick<Letter, 'email' | 'mailReturnedAt'>): string | null {
  return letter.mailReturnedAt === null ? letter.email : null;
}

/** When a call should have been made: by the end of the next working day. */
export function callDue(now: Date): Date {
  return addWorkingDays(now, 1);
}
