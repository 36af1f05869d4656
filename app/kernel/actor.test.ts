import { describe, expect, it } from 'vitest';
import { can, hasRole, scopesOf, systemActor, type Actor, type Grant } from './actor.ts';

const person = (...grants: Grant[]): Actor => ({
  ...systemActor,
  kind: 'person',
  personId: 'p',
  grants,
});
const everywhere: Grant = { role: 'moderacion', scopeKind: null, scopeId: null };
const onlyOne: Grant = { role: 'moderacion', scopeKind: 'commitment', scopeId: 'c1' };

describe('an actor', () => {
  it('that is nobody holds nothing', () => {
    expect(hasRole(null, 'ciudadania')).toBe(false);
    expect(can(null, 'idea.write')).toBe(false);
  });

  it('that is a person is a citizen; the system is not', () => {
    expect(hasRole(person(), 'ciudadania')).toBe(true);
    expect(can(person(), 'idea.write')).toBe(true);
    expect(hasRole(systemActor, 'ciudadania')).toBe(false);
    expect(can(systemActor, 'idea.write')).toBe(false);
  });

  it('holds a role within its scope only', () => {
    expect(hasRole(person(onlyOne), 'moderacion')).toBe(true);
    expect(hasRole(person(onlyOne), 'moderacion', 'c1')).toBe(true);
    expect(hasRole(person(onlyOne), 'moderacion', 'c2')).toBe(false);
    expect(can(person(onlyOne), 'moderation.decide', 'c2')).toBe(false);
    expect(can(person(everywhere), 'moderation.decide', 'c2')).toBe(true);
  });

  it('gains nothing from a role that lacks the capability', () => {
    expect(can(person(everywhere), 'circle.decide')).toBe(false);
  });

  it('has the scopes of its grants, or all', () => {
    expect(scopesOf(person(), 'moderacion')).toEqual([]);
    expect(scopesOf(person(onlyOne), 'moderacion')).toEqual(['c1']);
    expect(scopesOf(person(onlyOne, everywhere), 'moderacion')).toBe('all');
  });
});
