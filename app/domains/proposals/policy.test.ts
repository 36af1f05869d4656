import { describe, expect, it } from 'vitest';
import { systemActor, type Actor, type Grant } from '#app/kernel/actor.ts';
import { canBuildProposal, canSeeProposal } from './policy.ts';

const person = (...grants: Grant[]): Actor => ({
  ...systemActor,
  kind: 'person',
  personId: 'p',
  grants,
});
const moderator = (scopeId: string | null): Actor =>
  person({ role: 'moderacion', scopeKind: scopeId ? 'commitment' : null, scopeId });
const kindOf = (decision: ReturnType<typeof canBuildProposal>) =>
  decision.allowed ? 'allowed' : decision.error.kind;
const proposal = (state: 'borrador' | 'lista' | 'enviada' | 'aplazada' | 'decidida') => ({
  state,
  commitment: { id: 'c1' },
});

describe('who sees a proposal', () => {
  it('everybody, once it reached the Circle', () => {
    for (const state of ['enviada', 'aplazada', 'decidida'] as const)
      expect(canSeeProposal(null, proposal(state)).allowed).toBe(true);
  });

  it('only its moderators before; to the rest it is not there', () => {
    for (const state of ['borrador', 'lista'] as const) {
      expect(canSeeProposal(moderator('c1'), proposal(state)).allowed).toBe(true);
      expect(canSeeProposal(moderator(null), proposal(state)).allowed).toBe(true);
      for (const actor of [
        null,
        person(),
        moderator('c2'),
        person({ role: 'circulo', scopeKind: 'sector', scopeId: 'civil' }),
      ]) {
        expect(kindOf(canSeeProposal(actor, proposal(state)))).toBe('not-found');
      }
    }
  });
});

describe('who builds a proposal', () => {
  it('moderators within their scope', () => {
    expect(kindOf(canBuildProposal(moderator(null), 'c1'))).toBe('allowed');
    expect(kindOf(canBuildProposal(moderator('c1'), 'c1'))).toBe('allowed');
    expect(kindOf(canBuildProposal(moderator('c2'), 'c1'))).toBe('not-found');
  });

  it('nobody without the role', () => {
    for (const actor of [
      null,
      person(),
      person({ role: 'coordinacion', scopeKind: null, scopeId: null }),
    ])
      expect(kindOf(canBuildProposal(actor, 'c1'))).toBe('forbidden');
  });
});
