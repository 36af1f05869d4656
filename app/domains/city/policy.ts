import { can, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden } from '#app/kernel/errors.ts';

/**
 * Coordination prepares the city: says which it is, what it is called to people, and opens it. So does
 * who runs the command line.
 */
export function canPrepareCity(actor: Actor | null): Verdict {
  return actor?.kind === 'system' || can(actor, 'plan.run')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}
