import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, notFound } from '#app/kernel/errors.ts';
import { canCallMeeting, canRunMeeting, type Run } from '#app/domains/meetings/policy.ts';

/**
 * Inviting groups to a meeting: who runs it, and to one that is no draft the Circle's members, who
 * see no people there.
 */
export function canInvite(actor: Actor | null, meeting: Run & { state: string }): Verdict {
  const runs = canRunMeeting(actor, meeting);
  if (runs.allowed || !hasRole(actor, 'circulo')) return runs;
  return meeting.state === 'borrador' ? deny(notFound('page_not_found')) : allow;
}

/** The catalogue of groups grows with whoever invites. */
export function canAddOrganisation(actor: Actor | null): Verdict {
  return hasRole(actor, 'circulo') ? allow : canMendOrganisations(actor);
}

/** Changing what others wrote down, and merging two groups that are one: facilitators and coordination. */
export function canMendOrganisations(actor: Actor | null): Verdict {
  return hasRole(actor, 'facilitacion') || hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'facilitacion' }));
}

/** Whom a meeting wants to reach is set by who runs it; for the whole plan, by coordination. */
export function canSetGoals(actor: Actor | null, meeting: Run | null): Verdict {
  return meeting ? canRunMeeting(actor, meeting) : canCallMeeting(actor);
}
