import { type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden } from '#app/kernel/errors.ts';
import { canRunMeeting, facilitates, type Run } from '#app/domains/meetings/policy.ts';
import type { Channel } from './types.ts';

/** Names, contacts and needs: the meeting's own facilitators, until it is closed. */
export function canSeeRoster(actor: Actor | null, meeting: Run): Verdict {
  if (!facilitates(actor, meeting))
    return canRunMeeting(actor, meeting).allowed
      ? deny(forbidden('role_missing', { role: 'facilitacion' }))
      : canRunMeeting(actor, meeting);
  return meeting.closedAt === null ? allow : deny(forbidden('meeting_closed_roster'));
}

/**
 * Anybody registers on the web; other channels are kept by who runs the meeting, while it is open.
 */
export function mayRegisterAt(actor: Actor | null, meeting: Run, channel: Channel): Verdict {
  return channel === 'web' ? allow : canSeeRoster(actor, meeting);
}

/**
 * What stands on a registration's page asks for no account: its code lets give the place up or take
 * an offered one. For anything personal the command asks besides for a proof that others who know
 * the code do not have (`open-personal`).
 */
export const holdsCode: Verdict = allow;
