import { describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import type { Role } from '#app/kernel/roles.ts';
import { canChangePlan, canRunPlan } from './policy.ts';

const as = (role: Exclude<Role, 'ciudadania'>): Actor => ({
  ...systemActor,
  kind: 'person',
  personId: 'p',
  grants: [{ role, scopeKind: null, scopeId: null }],
});

describe('the plan', () => {
  it('is run by coordination alone', () => {
    expect(canRunPlan(as('coordinacion')).allowed).toBe(true);
    for (const role of ['facilitacion', 'moderacion', 'circulo', 'entidad', 'monitoreo'] as const)
      expect(canRunPlan(as(role)).allowed).toBe(false);
    expect(canRunPlan(null).allowed).toBe(false);
  });

  it('is a record once it is archived', () => {
    expect(canChangePlan(as('coordinacion'), { state: 'active' }).allowed).toBe(true);
    expect(canChangePlan(as('coordinacion'), { state: 'archived' })).toMatchObject({
      allowed: false,
      error: { reason: 'plan_archived' },
    });
    expect(canChangePlan(as('moderacion'), { state: 'archived' })).toMatchObject({
      error: { reason: 'role_missing' },
    });
  });
});
