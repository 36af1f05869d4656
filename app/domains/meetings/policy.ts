import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, notFound } from '#app/kernel/errors.ts';
import type { Meeting } from './types.ts';

/** What of a meeting says who runs it. */
export type Run = Pick<Meeting, 'id' | 'closedAt'> & { commitments: { id: string }[] };

/** Coordination calls meetings; facilitators prepare those that they were given. */
export function canCallMeeting(actor: Actor | null): Verdict {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}

/** Who facilitates anything, or coordinates, may write a meeting down for coordination to call. */
export function canProposeMeeting(actor: Actor | null): Verdict {
  return hasRole(actor, 'facilitacion') || hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'facilitacion' }));
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

/** Drafts are seen by who prepares them. */
export function canSeeMeeting(actor: Actor | null, meeting: Run & { state: string }): Verdict {
  return meeting.state !== 'borrador' || canRunMeeting(actor, meeting).allowed
    ? allow
    : deny(notFound('page_not_found'));
}
