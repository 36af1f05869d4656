import { describe, expect, it } from 'vitest';
import type { Phase } from '#app/domains/plan/types.ts';
import {
  mayDeliberate,
  mayChangeIdeas,
  mayCarry,
  mayMove,
  daysLate,
  dueAfter,
  mayEdit,
  isOverdue,
  missingParts,
} from './rules.ts';
import type { CarriedIdea, ProposalState } from './types.ts';

const day = 86_400_000;
const at = new Date('2026-11-24T15:00:00Z');
const idea = (id: string, state: CarriedIdea['state'] = 'publicada'): CarriedIdea => ({
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
const reasonOf = (decision: ReturnType<typeof mayMove>) =>
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
    for (const [from, to] of road) expect(mayMove(from, to).allowed).toBe(true);
  });

  it('refuses every shortcut with its own reason', () => {
    expect(reasonOf(mayMove('borrador', 'enviada'))).toBe('proposal_not_ready');
    expect(reasonOf(mayMove('lista', 'lista'))).toBe('proposal_already_ready');
    expect(reasonOf(mayMove('enviada', 'enviada'))).toBe('proposal_sent');
    expect(reasonOf(mayMove('aplazada', 'decidida'))).toBe('proposal_deferred');
    expect(reasonOf(mayMove('decidida', 'decidida'))).toBe('proposal_decided');
  });

  it('is edited until it is sent', () => {
    expect(mayEdit('borrador').allowed).toBe(true);
    expect(mayEdit('lista').allowed).toBe(true);
    expect(reasonOf(mayEdit('enviada'))).toBe('proposal_sent');
    expect(reasonOf(mayEdit('decidida'))).toBe('proposal_decided');
  });
});

describe('the ideas of a proposal', () => {
  it('change freely in a draft', () => {
    expect(mayChangeIdeas('borrador', [idea('a')], ['b']).allowed).toBe(true);
  });

  it('are fixed once it is ready, but for those no longer published', () => {
    expect(mayChangeIdeas('lista', [idea('a'), idea('b')], ['b', 'a']).allowed).toBe(true);
    expect(reasonOf(mayChangeIdeas('lista', [idea('a')], ['a', 'b']))).toBe('proposal_ideas_fixed');
    expect(reasonOf(mayChangeIdeas('lista', [idea('a'), idea('b')], ['a']))).toBe(
      'proposal_ideas_fixed',
    );
    expect(mayChangeIdeas('lista', [idea('a'), idea('b', 'oculta')], ['a']).allowed).toBe(true);
  });

  it('must all be published to be sent', () => {
    expect(mayCarry([idea('a')]).allowed).toBe(true);
    expect(reasonOf(mayCarry([idea('a'), idea('b', 'duplicada')]))).toBe(
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
      mayDeliberate([phase(new Date(at.getTime() - day), new Date(at.getTime() + day))], at)
        .allowed,
    ).toBe(true);
    expect(reasonOf(mayDeliberate([phase(new Date(at.getTime() - day), at)], at))).toBe(
      'phase_closed_deliberacion',
    );
    expect(reasonOf(mayDeliberate([], at))).toBe('phase_closed_deliberacion');
  });
});
