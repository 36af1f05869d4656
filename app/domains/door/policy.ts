import { type Actor } from '#app/kernel/actor.ts';
import { allow, type Verdict } from '#app/kernel/verdict.ts';
import { facilitates, type Run } from '#app/domains/meetings/policy.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';

/** What a device wrote down while the meeting was open is taken from its facilitators also after it was closed. */
export function canSendRecords(actor: Actor | null, meeting: Run): Verdict {
  return facilitates(actor, meeting) ? allow : canSeeRoster(actor, meeting);
}
