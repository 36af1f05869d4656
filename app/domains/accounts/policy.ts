import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, authorize, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict, forbidden, unauthenticated } from '#app/kernel/errors.ts';
import type { GrantedRole } from './types.ts';

/** Sending and supporting need a confirmed address. */
export function mustBeVerified(actor: Actor): Verdict {
  return actor.kind === 'person' && !actor.emailVerified
    ? deny(conflict('email_unverified'))
    : allow;
}

/** Refuses who has not confirmed their address. */
export function requireVerified(actor: Actor): void {
  authorize(mustBeVerified(actor));
}

/** The own account: whoever is signed in. */
export function canUseAccount(actor: Actor | null): Verdict {
  return actor?.kind === 'person' ? allow : deny(unauthenticated('sign_in_first'));
}

/** Roles that see people's names and contacts. */
export const seesContacts: readonly GrantedRole[] = ['facilitacion'];

/** Nobody gives themselves a role that sees people's contacts: another coordinator has to. */
export function canGiveRoleTo(
  actor: Actor | null,
  given: { personId: string; role: GrantedRole },
): Verdict {
  if (actor?.personId === given.personId && seesContacts.includes(given.role))
    return deny(forbidden('role_to_oneself'));
  return canGiveRoles(actor);
}

/** Only coordination gives roles and takes them away. */
export function canGiveRoles(actor: Actor | null): Verdict {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}
