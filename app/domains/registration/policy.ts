import { type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict, forbidden } from '#app/kernel/errors.ts';
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
 * Giving a place up cannot be undone, and others know the code: only who proved to be the person of
 * that registration may, and who facilitates the meeting for somebody (`canSeeRoster`). The page is
 * no secret to who holds its code, so the refusal says what to do.
 */
export function canGiveUp(
  proof: { registrationId: string } | null,
  registration: { id: string },
): Verdict {
  return proof?.registrationId === registration.id
    ? allow
    : deny(conflict('registration_not_opened'));
}

/**
 * What stands on a registration's page asks for no account: its code lets take an offered place,
 * which takes nothing from its person. For anything personal the command asks besides for a proof
 * that others who know the code do not have (`open-personal`).
 */
export const holdsCode: Verdict = allow;
