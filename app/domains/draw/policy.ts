import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden } from '#app/kernel/errors.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { ShareSector } from './types.ts';

/** Preparing, calculating, committing to and holding the draw of a meeting: who runs it. */
export function canRunDraw(
  actor: Actor | null,
  meeting: Pick<Meeting, 'id' | 'closedAt'> & { commitments: { id: string }[] },
): Verdict {
  return canRunMeeting(actor, meeting);
}

/** Adding to the seed of a draw: people of the Circle, who run no meeting by it. */
export function canAddSecret(actor: Actor | null): Verdict {
  return hasRole(actor, 'circulo') ? allow : deny(forbidden('role_missing', { role: 'circulo' }));
}

/** The sector in which somebody sits in the Circle; null where their role names none. */
export function sectorOf(actor: Actor): ShareSector | null {
  const seat = actor.grants.find(
    ({ role, scopeKind }) => role === 'circulo' && scopeKind === 'sector',
  );
  return seat?.scopeId === 'gobierno' || seat?.scopeId === 'civil' ? seat.scopeId : null;
}
