import { describe, expect, it } from 'vitest';
import { canMove, mayEdit, isAhead, mayWithdraw } from './rules.ts';
import { ideaStates } from './types.ts';

const reasonOf = (decision: ReturnType<typeof mayEdit>) =>
  decision.allowed ? null : decision.error.reason;

describe('states of an idea', () => {
  it('a published one is never rejected by one person: it can be withdrawn, joined to another or hidden', () => {
    expect(ideaStates.filter((to) => canMove('publicada', to))).toEqual([
      'duplicada',
      'retirada',
      'oculta',
    ]);
  });

  it('a withdrawn one stays withdrawn', () => {
    expect(ideaStates.filter((to) => canMove('retirada', to))).toEqual([]);
  });

  it('every state that triage gives can be reached from the queue', () => {
    for (const to of ['publicada', 'devuelta', 'rechazada', 'duplicada', 'peticion'] as const) {
      expect(canMove('enviada', to)).toBe(true);
      expect(canMove('cuarentena', to)).toBe(true);
    }
  });
});

describe('changing the text', () => {
  it('is free until published, and not while a moderator holds it', () => {
    expect(reasonOf(mayEdit('enviada', 'idea', 0, false))).toBeNull();
    expect(reasonOf(mayEdit('enviada', 'idea', 0, true))).toBe('idea_claimed');
  });

  it('ends with the first support', () => {
    expect(reasonOf(mayEdit('publicada', 'revisada', 0, false))).toBeNull();
    expect(reasonOf(mayEdit('publicada', 'revisada', 1, false))).toBe('idea_supported');
  });

  it('ends when a proposal carries it', () => {
    expect(reasonOf(mayEdit('publicada', 'en_propuesta', 0, false))).toBe('idea_in_proposal');
  });

  it('is closed for what was rejected', () => {
    expect(reasonOf(mayEdit('rechazada', 'idea', 0, false))).toBe('idea_not_editable');
  });
});

describe('withdrawing', () => {
  it('is the author’s until a proposal carries the idea', () => {
    expect(mayWithdraw('publicada', 'revisada').allowed).toBe(true);
    expect(reasonOf(mayWithdraw('publicada', 'ante_el_circulo'))).toBe('idea_in_proposal');
    expect(reasonOf(mayWithdraw('retirada', 'idea'))).toBe('idea_not_withdrawable');
  });
});

it('the road is only walked forward', () => {
  expect(isAhead('revisada', 'en_propuesta')).toBe(true);
  expect(isAhead('decidida', 'ante_el_circulo')).toBe(false);
  expect(isAhead('idea', 'idea')).toBe(false);
});
