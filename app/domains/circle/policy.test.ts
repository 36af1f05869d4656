import { describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import type { Role } from '#app/kernel/roles.ts';
import { canActAtTable, canReadNotes, canReadTable, canSeatMember } from './policy.ts';

const who = (role?: Role): Actor => ({
  ...systemActor,
  kind: 'person',
  personId: 'p',
  grants: role
    ? [
        {
          role,
          scopeKind: role === 'circulo' ? 'sector' : null,
          scopeId: role === 'circulo' ? 'civil' : null,
        },
      ]
    : [],
});
const here = { memberId: 'm', sector: 'civil' as const, sitsHere: true };
const elsewhere = { ...here, sitsHere: false };
const kindOf = (decision: ReturnType<typeof canReadTable>) =>
  decision.allowed ? 'allowed' : decision.error.reason;

describe('at the table', () => {
  it('members, monitoring and coordination read', () => {
    for (const role of ['circulo', 'monitoreo', 'coordinacion'] as const)
      expect(canReadTable(who(role)).allowed).toBe(true);
    for (const role of [undefined, 'moderacion', 'entidad', 'facilitacion'] as const)
      expect(kindOf(canReadTable(who(role)))).toBe('role_missing');
    expect(canReadTable(null).allowed).toBe(false);
  });

  it('only who sits on the commission acts', () => {
    expect(canActAtTable(who('circulo'), here).allowed).toBe(true);
    expect(kindOf(canActAtTable(who('circulo'), elsewhere))).toBe('circle_not_in_commission');
    expect(kindOf(canActAtTable(who('circulo'), null))).toBe('circle_not_in_commission');
    for (const role of ['monitoreo', 'coordinacion', 'moderacion'] as const)
      expect(kindOf(canActAtTable(who(role), here))).toBe('role_missing');
  });

  it("notes are the commission's, and of those who follow without deciding", () => {
    expect(canReadNotes(who('circulo'), here).allowed).toBe(true);
    expect(canReadNotes(who('circulo'), elsewhere).allowed).toBe(false);
    expect(canReadNotes(who('monitoreo'), null).allowed).toBe(true);
    expect(canReadNotes(who('coordinacion'), null).allowed).toBe(true);
    expect(canReadNotes(who('moderacion'), null).allowed).toBe(false);
    expect(canReadNotes(null, null).allowed).toBe(false);
  });

  it('coordination seats members', () => {
    expect(canSeatMember(who('coordinacion')).allowed).toBe(true);
    expect(canSeatMember(who('circulo')).allowed).toBe(false);
  });
});
