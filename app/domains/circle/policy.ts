import { can, hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden } from '#app/kernel/errors.ts';
import type { MemberAtTable } from './types.ts';

/** Members, monitoring and coordination read the table of any commission. */
export function canReadTable(actor: Actor | null): Verdict {
  return can(actor, 'circle.read') ? allow : deny(forbidden('role_missing', { role: 'circulo' }));
}

/** Only who sits on the commission, in term, is present, writes, votes and decides; the role alone is not enough. */
export function canActAtTable(actor: Actor | null, member: MemberAtTable | null): Verdict {
  if (!hasRole(actor, 'circulo')) return deny(forbidden('role_missing', { role: 'circulo' }));
  return member?.sitsHere ? allow : deny(forbidden('circle_not_in_commission'));
}

/** Deliberation notes are internal: the commission's members read them, and those who follow without deciding. */
export function canReadNotes(actor: Actor | null, member: MemberAtTable | null): Verdict {
  if (hasRole(actor, 'monitoreo') || hasRole(actor, 'coordinacion')) return allow;
  return canActAtTable(actor, member);
}

/** Coordination seats the Circle's members. */
export function canSeatMember(actor: Actor | null): Verdict {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}

/** Who calls meetings answers what the Circle asked for. */
export function canAnswerRequest(actor: Actor | null): Verdict {
  return hasRole(actor, 'facilitacion') || hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'facilitacion' }));
}
