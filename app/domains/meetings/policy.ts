import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, notFound } from '#app/kernel/errors.ts';
import type { Channel, Meeting } from './types.ts';

type Run = Pick<Meeting, 'id' | 'closedAt'> & { commitments: { id: string }[] };

/** Coordination calls meetings; facilitators prepare those that they were given. */
export function canCallMeeting(actor: Actor | null): Verdict {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}

/** Whether this meeting is one of theirs: given by itself or by one of its commitments, or all of them. */
export function facilitates(actor: Actor | null, meeting: Run): boolean {
  return (
    hasRole(actor, 'facilitacion', meeting.id) ||
    meeting.commitments.some((commitment) => hasRole(actor, 'facilitacion', commitment.id))
  );
}

/** Preparing a meeting and working at its door: its facilitators and coordination. To others it does not exist. */
export function canRunMeeting(actor: Actor | null, meeting: Run): Verdict {
  if (hasRole(actor, 'coordinacion') || facilitates(actor, meeting)) return allow;
  return hasRole(actor, 'facilitacion')
    ? deny(notFound('page_not_found'))
    : deny(forbidden('role_missing', { role: 'facilitacion' }));
}

/** Inviting groups to a meeting: who runs it, and to one that is no draft the Circle's members, who see no people there. */
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

/** Names, contacts and support needs: the meeting's own facilitators, until it is closed. */
export function canSeeRoster(actor: Actor | null, meeting: Run): Verdict {
  if (!facilitates(actor, meeting))
    return canRunMeeting(actor, meeting).allowed
      ? deny(forbidden('role_missing', { role: 'facilitacion' }))
      : canRunMeeting(actor, meeting);
  return meeting.closedAt === null ? allow : deny(forbidden('meeting_closed_roster'));
}

/** Drafts are seen by who prepares them. */
export function canSeeMeeting(actor: Actor | null, meeting: Run & { state: string }): Verdict {
  return meeting.state !== 'borrador' || canRunMeeting(actor, meeting).allowed
    ? allow
    : deny(notFound('page_not_found'));
}

/** Anybody registers on the web; other channels are kept by who runs the meeting, while it is open. */
export function mayRegisterAt(actor: Actor | null, meeting: Run, channel: Channel): Verdict {
  return channel === 'web' ? allow : canSeeRoster(actor, meeting);
}

/**
 * What stands on a registration's page asks for no account: its code, which only the person was told, is the permission;
 * for anything personal the route asks for the contact besides (`open-personal`).
 */
export const holdsCode: Verdict = allow;

/** What a device wrote down while the meeting was open is taken from its facilitators also after it was closed. */
export function canSendRecords(actor: Actor | null, meeting: Run): Verdict {
  return facilitates(actor, meeting) ? allow : canSeeRoster(actor, meeting);
}
