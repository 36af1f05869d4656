import { describe, expect, it } from 'vitest';
import {
  isIdeaAppealable,
  mayAppeal,
  mayClaim,
  checkDecision,
  mayDecide,
  clockAt,
  dueAt,
  hasBlanks,
  isWaiting,
  medianOf,
  openDecisions,
  pausedDays,
  petitionDueAt,
  readIdeaRef,
  terms,
  type DecisionFacts,
} from './rules.ts';
import type { Decision, Reason } from './types.ts';

/** Noon in Bogotá. */
const noon = (day: string) => new Date(`${day}T12:00:00-05:00`);

describe('the clock of triage', () => {
  it('ends at midnight of the third working day, over weekends and holidays', () => {
    // Monday 16 is a holiday.
    expect(dueAt(noon('2026-11-13'), terms.triage)).toEqual(new Date('2026-11-20T04:59:59.999Z'));
  });

  it('goes on where an ask-back stopped it', () => {
    const paused = pausedDays(noon('2026-11-18'), noon('2026-11-23')); // Wednesday to Monday: 3 working days
    expect(paused).toBe(3);
    expect(dueAt(noon('2026-11-17'), terms.triage, paused)).toEqual(
      dueAt(noon('2026-11-20'), terms.triage),
    );
  });

  it('costs nothing when the author answers the same day', () => {
    expect(pausedDays(noon('2026-11-18'), new Date('2026-11-18T22:00:00-05:00'))).toBe(0);
  });

  it('says later, today, late and stopped', () => {
    const due = dueAt(noon('2026-11-17'), terms.triage); // Friday 20
    expect(clockAt(due, noon('2026-11-18'))).toMatchObject({ due: 'later', days: 2 });
    expect(clockAt(due, noon('2026-11-20'))).toMatchObject({ due: 'today', days: 0 });
    // A Saturday: late, by no working day yet.
    expect(clockAt(due, noon('2026-11-21'))).toMatchObject({ due: 'late', days: 0 });
    expect(clockAt(due, noon('2026-11-24'))).toMatchObject({ due: 'late', days: 2 });
    expect(clockAt(due, noon('2026-11-24'), true)).toMatchObject({ due: 'hold' });
  });

  it('gives a petition fifteen working days from the day after it was sent', () => {
    expect(petitionDueAt(noon('2026-11-24'))).toEqual(new Date('2026-12-17T04:59:59.999Z')); // 8 December is a holiday
  });
});

describe('what waits', () => {
  const idea = (
    state: Parameters<typeof isWaiting>[0]['state'],
    editReviewAt: Date | null = null,
  ) => ({ state, editReviewAt });

  it('is what was sent, asked back, held, or changed after publication', () => {
    for (const state of ['enviada', 'devuelta', 'cuarentena'] as const)
      expect(isWaiting(idea(state))).toBe(true);
    for (const state of [
      'borrador',
      'publicada',
      'rechazada',
      'duplicada',
      'peticion',
      'retirada',
      'oculta',
    ] as const)
      expect(isWaiting(idea(state))).toBe(false);
    expect(isWaiting(idea('publicada', noon('2026-11-24')))).toBe(true);
  });

  it('allows every decision before publication and none that hides afterwards', () => {
    expect(openDecisions(idea('enviada'))).toHaveLength(6);
    expect(openDecisions(idea('publicada', noon('2026-11-24')))).toEqual([
      'publicar',
      'devolver',
      'reasignar',
      'duplicada',
    ]);
    expect(openDecisions(idea('rechazada'))).toEqual([]);
  });

  it('refuses what was decided already, and what would take something public away', () => {
    expect(mayDecide(idea('enviada'), 'rechazar').allowed).toBe(true);
    expect(mayDecide(idea('rechazada'), 'publicar')).toMatchObject({
      error: { kind: 'conflict', reason: 'already_decided' },
    });
    expect(mayDecide(idea('publicada', noon('2026-11-24')), 'rechazar')).toMatchObject({
      error: { reason: 'triage_public_already' },
    });
  });
});

describe('a claim', () => {
  it('stands in the way of others only', () => {
    expect(mayClaim(null, 'me').allowed).toBe(true);
    expect(mayClaim({ moderatorId: 'me', name: 'Yo' }, 'me').allowed).toBe(true);
    expect(mayClaim({ moderatorId: 'other', name: 'Paola' }, 'me')).toMatchObject({
      error: { kind: 'conflict', reason: 'triage_claimed', params: { name: 'Paola' } },
    });
  });
});

describe('a decision', () => {
  const reasonOf = (decision: Reason['decision'], more: Partial<Reason> = {}): Reason => ({
    code: 'una',
    decision,
    hides: false,
    asksBody: false,
    label: 'Una',
    explanation: 'Le corresponde a [entidad].',
    ...more,
  });
  const facts = (more: Partial<DecisionFacts> = {}): DecisionFacts => ({
    reason: null,
    ideaId: 'a',
    commitmentId: 'c1',
    target: null,
    kept: null,
    ...more,
  });
  const wrong = (
    decision: Decision,
    more: Partial<DecisionFacts>,
    input: Record<string, string> = {},
  ) => checkDecision({ decision, explanation: 'Porque sí.', ...input }, facts(more));

  it('to publish needs nothing more', () => {
    expect(wrong('publicar', {})).toEqual({});
  });

  it('needs a reason in force, of its own kind', () => {
    expect(wrong('rechazar', {})).toEqual({ motivo: 'value_unknown' });
    expect(wrong('rechazar', { reason: reasonOf('reasignar') })).toEqual({
      motivo: 'reason_of_other_decision',
    });
    expect(wrong('rechazar', { reason: reasonOf('rechazar') })).toEqual({});
  });

  it('names the competent body where the reason asks for it', () => {
    const reason = reasonOf('rechazar', { asksBody: true });
    expect(wrong('rechazar', { reason })).toEqual({ entidad_competente: 'body_required' });
    expect(wrong('rechazar', { reason }, { competentBody: 'Ministerio de Transporte' })).toEqual(
      {},
    );
  });

  it('fills the blanks of the suggested text', () => {
    expect(
      wrong(
        'rechazar',
        { reason: reasonOf('rechazar') },
        { explanation: 'Le corresponde a [entidad].' },
      ),
    ).toEqual({ explicacion: 'explanation_blanks' });
    expect(hasBlanks('Está en la lista [anexo 2].', 'Le corresponde a [entidad].')).toBe(false);
  });

  it('passes an idea to another commitment, not to its own', () => {
    const reason = reasonOf('reasignar');
    expect(wrong('reasignar', { reason })).toEqual({ compromiso: 'choose_one' });
    expect(wrong('reasignar', { reason, target: { id: 'c1' } })).toEqual({
      compromiso: 'commitment_same',
    });
    expect(wrong('reasignar', { reason, target: { id: 'c2' } })).toEqual({});
  });

  it('merges an idea with another one that is public', () => {
    const reason = reasonOf('duplicada');
    expect(wrong('duplicada', { reason })).toEqual({ duplicada_de: 'required' });
    expect(wrong('duplicada', { reason }, { keptRef: '999' })).toEqual({
      duplicada_de: 'idea_unknown',
    });
    expect(wrong('duplicada', { reason, kept: { id: 'a', state: 'publicada' } })).toEqual({
      duplicada_de: 'idea_same',
    });
    expect(wrong('duplicada', { reason, kept: { id: 'b', state: 'enviada' } })).toEqual({
      duplicada_de: 'idea_not_public',
    });
    expect(wrong('duplicada', { reason, kept: { id: 'b', state: 'publicada' } })).toEqual({});
  });
});

describe('the name of an idea', () => {
  const id = '01900000-0000-7000-8000-00000000abcd';
  it.each([
    ['951', { number: 951 }],
    [' #951 ', { number: 951 }],
    ['idea 951', { number: 951 }],
    ['n.º 1.951', { number: 1951 }],
    [id, { id }],
    [`/ideas/${id}`, { id }],
    [`http://localhost:3000/ideas/${id.toUpperCase()}/?idioma=en#respuesta`, { id }],
    ['', null],
    ['la del puente', null],
    ['-5', null],
    ['12345678901', null],
  ])('%j is read', (typed, expected) => {
    expect(readIdeaRef(typed)).toEqual(expected);
  });
});

describe('an appeal', () => {
  it('is against what took an idea out of the way, once', () => {
    for (const state of ['rechazada', 'duplicada', 'peticion', 'oculta'] as const)
      expect(mayAppeal(isIdeaAppealable(state), false).allowed).toBe(true);
    for (const state of [
      'borrador',
      'enviada',
      'devuelta',
      'publicada',
      'retirada',
      'cuarentena',
    ] as const)
      expect(mayAppeal(isIdeaAppealable(state), false)).toMatchObject({
        error: { reason: 'appeal_not_possible' },
      });
    expect(mayAppeal(isIdeaAppealable('rechazada'), true)).toMatchObject({
      error: { reason: 'appeal_once' },
    });
  });
});

describe('the median', () => {
  it('is the middle of counted values', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([{ value: 4, count: 1 }])).toBe(4);
    expect(
      medianOf([
        { value: 9, count: 1 },
        { value: 1, count: 2 },
        { value: 3, count: 2 },
      ]),
    ).toBe(3);
    expect(
      medianOf([
        { value: 1, count: 2 },
        { value: 4, count: 2 },
      ]),
    ).toBe(2.5);
  });
});
