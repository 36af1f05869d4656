import { describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import { canGiveRoles, canUseAccount, mustBeVerified, requireVerified } from './policy.ts';

const person: Actor = { ...systemActor, kind: 'person', personId: 'p', emailVerified: false };

describe('a confirmed address', () => {
  it('is asked of people, not of the system', () => {
    expect(mustBeVerified(person).allowed).toBe(false);
    expect(mustBeVerified({ ...person, emailVerified: true }).allowed).toBe(true);
    expect(mustBeVerified({ ...systemActor, emailVerified: false }).allowed).toBe(true);
    expect(() => requireVerified(person)).toThrow('email_unverified');
  });
});

describe('an account', () => {
  it('is used by whoever is signed in', () => {
    expect([null, systemActor, person].map((actor) => canUseAccount(actor).allowed)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is given roles by coordination alone', () => {
    const grant = (role: 'coordinacion' | 'moderacion') => ({
      ...person,
      grants: [{ role, scopeKind: null, scopeId: null }],
    });
    expect(
      [null, person, grant('moderacion'), grant('coordinacion')].map(
        (actor) => canGiveRoles(actor).allowed,
      ),
    ).toEqual([false, false, false, true]);
  });
});
