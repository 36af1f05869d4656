import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, authorize, deny, type Decision } from '#app/kernel/decision.ts';
import { conflict, forbidden, unauthenticated } from '#app/kernel/errors.ts';

/** Sending and supporting need a confirmed address. */
export function mustBeVerified(actor: Actor): Decision {
  return actor.kind === 'person' && !actor.emailVerified
    ? deny(conflict('email_unverified'))
    : allow;
}

/** Refuses who has not confirmed their address. */
export function requireVerified(actor: Actor): void {
  authorize(mustBeVerified(actor));
}

/** The own account: whoever is signed in. */
export function canUseAccount(actor: Actor | null): Decision {
  return actor?.kind === 'person' ? allow : deny(unauthenticated('sign_in_first'));
}

/** Only coordination gives roles and takes them away. */
export function canGiveRoles(actor: Actor | null): Decision {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}
