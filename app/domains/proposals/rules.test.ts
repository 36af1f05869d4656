import { describe, expect, it } from 'vitest';
import type { Phase } from '#app/domains/plan/types.ts';
import {
  checkDeliberation,
  checkIdeaChange,
  checkIdeasPublished,
  checkMove,
  daysLate,
  dueAfter,
  editDecision,
  isOverdue,
  missingParts,
} from './rules.ts';
import type { CarriedIdea, ProposalState } from './types.ts';

const day = 86_400_000;
const at = new Date('2026-11-24T15:00:00Z');
const idea = (id: string, state = 'publicada'): CarriedIdea => ({
  id,
  number: 1,
  title: 'Una',
  lang: 'es',
  state,
  step: 'revisada',
  supports: 0,
  locality: null,
  taken: '',
});
const reasonOf = (decision: ReturnType<typeof checkMove>) =>
  decision.allowed ? null : decision.error.reason;

describe('the life of a proposal', () => {
  it('goes draft, ready, sent, answered; a deferral comes back', () => {
    const road: [ProposalState, ProposalState][] = [
      ['borrador', 'lista'],
      ['lista', 'enviada'],
      ['enviada', 'decidida'],
      ['enviada', 'aplazada'],
      ['aplazada', 'enviada'],
    ];
    for (const [from, to] of road) expect(checkMove(from, to).allowed).toBe(true);
  });

  it('refuses every shortcut with its own reason', () => {
    expect(reasonOf(checkMove('borrador', 'enviada'))).toBe('proposal_not_ready');
    expect(reasonOf(checkMove('lista', 'lista'))).toBe('proposal_already_ready');
    expect(reasonOf(checkMove('enviada', 'enviada'))).toBe('proposal_sent');
    expect(reasonOf(checkMove('aplazada', 'decidida'))).toBe('proposal_deferred');
    expect(reasonOf(checkMove('decidida', 'decidida'))).toBe('proposal_decided');
  });

  it('is edited until it is sent', () => {
    expect(editDecision('borrador').allowed).toBe(true);
    expect(editDecision('lista').allowed).toBe(true);
    expect(reasonOf(editDecision('enviada'))).toBe('proposal_sent');
    expect(reasonOf(editDecision('decidida'))).toBe('proposal_decided');
  });
});

describe('the ideas of a proposal', () => {
  it('change freely in a draft', () => {
    expect(checkIdeaChange('borrador', [idea('a')], ['b']).allowed).toBe(true);
  });

  it('are fixed once it is ready, but for those no longer published', () => {
    expect(checkIdeaChange('lista', [idea('a'), idea('b')], ['b', 'a']).allowed).toBe(true);
    expect(reasonOf(checkIdeaChange('lista', [idea('a')], ['a', 'b']))).toBe(
      'proposal_ideas_fixed',
    );
    expect(reasonOf(checkIdeaChange('lista', [idea('a'), idea('b')], ['a']))).toBe(
      'proposal_ideas_fixed',
    );
    expect(checkIdeaChange('lista', [idea('a'), idea('b', 'oculta')], ['a']).allowed).toBe(true);
  });

  it('must all be published to be sent', () => {
    expect(checkIdeasPublished([idea('a')]).allowed).toBe(true);
    expect(reasonOf(checkIdeasPublished([idea('a'), idea('b', 'duplicada')]))).toBe(
      'proposal_idea_not_published',
    );
  });

  it('each need what is taken of them', () => {
    const fields = {
      title: 'Citas claras',
      problem: 'Nadie entiende los mensajes de citas.',
      body: 'Que lleguen en audio y en palabras simples.',
      ideas: [
        { id: 'a', taken: 'El audio.' },
        { id: 'b', taken: '' },
      ],
    };
    expect(missingParts(fields)).toEqual({ 'tomado.b': 'proposal_taken_missing' });
    expect(missingParts({ title: '', problem: '', body: '', ideas: [] })).toEqual({
      titulo: 'too_short|min=4',
      problema: 'too_short|min=20',
      propuesta: 'too_short|min=20',
      ideas: 'choose_some',
    });
  });
});

describe('the date of the answer', () => {
  it('is sixty days after sending', () => {
    expect(dueAfter(at).getTime() - at.getTime()).toBe(60 * day);
  });

  it('is overdue from its instant on, and only while it waits', () => {
    expect(isOverdue({ state: 'enviada', dueAt: at }, at)).toBe(true);
    expect(isOverdue({ state: 'enviada', dueAt: at }, new Date(at.getTime() - 1))).toBe(false);
    expect(isOverdue({ state: 'decidida', dueAt: at }, new Date(at.getTime() + day))).toBe(false);
    expect(isOverdue({ state: 'aplazada', dueAt: at }, new Date(at.getTime() + day))).toBe(false);
    expect(daysLate(at, new Date(at.getTime() + 2.5 * day))).toBe(2);
    expect(daysLate(at, new Date(at.getTime() - day))).toBe(0);
  });
});

describe('the phase', () => {
  const phase = (opensAt: Date, closesAt: Date) =>
    ({ kind: 'deliberacion', opensAt, closesAt }) as Phase;
  it('of deliberation must be open', () => {
    expect(
      checkDeliberation([phase(new Date(at.getTime() - day), new Date(at.getTime() + day))], at)
        .allowed,
    ).toBe(true);
    expect(reasonOf(checkDeliberation([phase(new Date(at.getTime() - day), at)], at))).toBe(
      'phase_closed_deliberacion',
    );
    expect(reasonOf(checkDeliberation([], at))).toBe('phase_closed_deliberacion');
  });
});
