import { describe, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { canSupport } from './policy.ts';
import { maySupport } from './rules.ts';
import type { Supportable } from './types.ts';

const now = new Date('2026-11-24T12:00:00Z');
const open = {
  opensAt: new Date('2026-11-01T00:00:00Z'),
  closesAt: new Date('2026-12-01T00:00:00Z'),
};
const idea = (over: Partial<Supportable> = {}): Supportable => ({
  ideaId: 'i',
  state: 'publicada',
  publishedAt: now,
  phase: open,
  ...over,
});
const reason = (decision: ReturnType<typeof maySupport>) =>
  decision.allowed ? null : decision.error.reason;
const person = { ...systemActor, kind: 'person' as const, personId: 'p' };

describe('supporting', () => {
  it('is open from the first instant of its phase to the last', () => {
    expect(reason(maySupport(idea(), open.opensAt))).toBeNull();
    expect(reason(maySupport(idea(), open.closesAt))).toBe('phase_closed_apoyos');
  });

  it('needs a public idea in a plan that has the phase', () => {
    expect(reason(maySupport(idea({ state: 'retirada' }), now))).toBe('idea_not_supportable');
    expect(reason(maySupport(idea({ phase: null }), now))).toBe('phase_closed_apoyos');
  });

  it('needs a person with a verified address, and hides what is not public', () => {
    expect(reason(canSupport(null, idea()))).toBe('sign_in_first');
    expect(reason(canSupport({ ...person, emailVerified: false }, idea()))).toBe(
      'email_unverified',
    );
    expect(reason(canSupport(person, idea({ state: 'enviada', publishedAt: null })))).toBe(
      'page_not_found',
    );
    expect(reason(canSupport(person, idea()))).toBeNull();
  });
});
