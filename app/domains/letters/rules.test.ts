import { describe, expect, it } from 'vitest';
import {
  dueOf,
  mayAsk,
  mayChangeKind,
  mayComplete,
  mayExtend,
  mayTake,
  numberOf,
  pausedBy,
  replyUntil,
} from './rules.ts';
import type { LetterFacts, Subject } from './types.ts';

/** Noon in Bogotá. */
const noon = (day: string) => new Date(`${day}T12:00:00-05:00`);
/** The last moment of a day in Bogotá. */
const endOf = (day: string) => new Date(new Date(`${day}T23:59:59.999-05:00`));

const query: Subject = { kind: 'datos', claim: 'consulta' };
const claim: Subject = { kind: 'datos', claim: 'reclamo' };
const help: Subject = { kind: 'ayuda', claim: null };
const barrier: Subject = { kind: 'barrera', claim: null };

/** A letter that came on Friday 13 November 2026; Monday 16 is a holiday. */
function letterOf(subject: Subject, more: Partial<LetterFacts> = {}): LetterFacts {
  const sentAt = noon('2026-11-13');
  const facts = { ...subject, sentAt, extendedAt: null, askedAt: null, pausedDays: 0, ...more };
  return { state: 'recibida', dueAt: dueOf(facts), ...facts };
}
const reasonOf = (verdict: ReturnType<typeof mayAsk>) =>
  verdict.allowed ? null : verdict.error.reason;

describe('the term of a letter', () => {
  it.each([
    ['a query about data, ten', query, '2026-11-30'],
    ['a claim on data, fifteen', claim, '2026-12-07'],
    ['help, fifteen', help, '2026-12-07'],
    ['a barrier, fifteen', barrier, '2026-12-07'],
    ['data without saying what, the shorter one', { kind: 'datos', claim: null }, '2026-11-30'],
  ] as const)('counts working days from the day after: %s', (_, subject, due) => {
    expect(letterOf(subject).dueAt).toEqual(endOf(due));
  });

  it.each([
    ['a query by five', query, '2026-12-07'],
    ['a claim by eight', claim, '2026-12-18'],
    ['a petition by as many again', help, '2026-12-30'],
  ] as const)('is extended once, before it is over: %s', (_, subject, due) => {
    const letter = letterOf(subject);
    expect(mayExtend(letter, letter.dueAt).allowed).toBe(true);
    expect(reasonOf(mayExtend(letter, new Date(letter.dueAt.getTime() + 1)))).toBe(
      'letter_extend_late',
    );
    const extended = letterOf(subject, { extendedAt: noon('2026-11-27') });
    expect(extended.dueAt).toEqual(endOf(due));
    expect(reasonOf(mayExtend(extended, noon('2026-11-27')))).toBe('letter_extended_once');
  });

  it('stands still from asking to the answer, and is longer by those days', () => {
    const asked = letterOf(claim, { state: 'pedida', askedAt: noon('2026-11-19') });
    // Friday 20, Monday 23 and Tuesday 24.
    const pausedDays = pausedBy(asked, noon('2026-11-24'));
    expect(pausedDays).toBe(3);
    expect(dueOf({ ...asked, pausedDays })).toEqual(endOf('2026-12-11'));
    expect(reasonOf(mayExtend(asked, noon('2026-11-24')))).toBe('letter_waits');
  });

  it('of a query does not stand still', () => {
    const asked = letterOf(query, { state: 'pedida', askedAt: noon('2026-11-19') });
    expect(pausedBy(asked, noon('2026-11-24'))).toBe(0);
    expect(mayExtend(asked, noon('2026-11-24')).allowed).toBe(true);
  });
});

describe('asking for more', () => {
  it.each([
    ['a claim within five working days', claim, '2026-11-23', '2026-11-24'],
    ['help within ten', help, '2026-11-30', '2026-12-01'],
  ] as const)('is done soon: %s', (_, subject, last, late) => {
    expect(mayAsk(letterOf(subject), noon(last)).allowed).toBe(true);
    expect(reasonOf(mayAsk(letterOf(subject), noon(late)))).toBe('letter_ask_late');
  });

  it('is done once, and waits one month, or two for a claim', () => {
    const again = letterOf(help, { askedAt: noon('2026-11-17') });
    expect(reasonOf(mayAsk(again, noon('2026-11-18')))).toBe('letter_asked_once');
    expect(replyUntil(help, noon('2026-11-17'))).toEqual(noon('2026-12-17'));
    expect(replyUntil(claim, noon('2026-11-17'))).toEqual(noon('2027-01-17'));
  });

  it('is what lets its writer add something', () => {
    expect(mayComplete({ state: 'pedida' }).allowed).toBe(true);
    expect(reasonOf(mayComplete({ state: 'recibida' }))).toBe('letter_not_asked');
    expect(reasonOf(mayComplete({ state: 'respondida' }))).toBe('letter_settled');
  });
});

describe('a letter', () => {
  it('is called by its year and number', () => {
    expect(numberOf({ year: 2026, number: 1 })).toBe('R-2026-0001');
    expect(numberOf({ year: 2027, number: 12345 })).toBe('R-2027-12345');
  });

  it('that somebody took is not taken by another, and what is done is done', () => {
    const taken = { state: 'en_tramite', handlerId: 'one', handler: 'Una' } as const;
    expect(mayTake(taken, 'one').allowed).toBe(true);
    expect(reasonOf(mayTake(taken, 'two'))).toBe('letter_taken');
    expect(reasonOf(mayTake({ ...taken, state: 'cerrada' }, 'one'))).toBe('letter_settled');
  });

  it('keeps its kind once its term was moved', () => {
    expect(mayChangeKind(letterOf(help)).allowed).toBe(true);
    const extended = letterOf(help, { extendedAt: noon('2026-11-20') });
    expect(reasonOf(mayChangeKind(extended))).toBe('letter_kind_late');
  });
});
