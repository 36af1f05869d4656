import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { whomToAsk, type Ask } from './rules.ts';
import type { Goals, Invitation, Organisation, OrganisationCount } from './types.ts';
import { listGoals } from './list-goals.server.ts';
import {
  countGroups,
  selectInvitations,
  selectOrganisations,
} from './organisation.store.server.ts';
import { canInvite } from './policy.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

export type Call = {
  meeting: Meeting;
  /** Whether they run the meeting; the Circle's members only invite to it. */
  runs: boolean;
  organisations: Organisation[];
  invitations: Invitation[];
  asks: Ask[];
  goals: Goals;
};

/**
 * The call of a meeting: who was invited, what they answered, and whom to ask next. No person stands
 * in it.
 */
export async function getCall(db: Db, actor: Actor, id: string | undefined): Promise<Call> {
  const meeting = await getAnyMeeting(db, id);
  authorize(canInvite(actor, meeting));
  const [organisations, invitations, goals] = await Promise.all([
    selectOrganisations(db),
    selectInvitations(db, meeting.id),
    listGoals(db, meeting),
  ]);
  // Goals of its own say whom the meeting is for; without any, those of the plan do.
  const asks = whomToAsk(
    goals.inForce,
    organisations,
    new Set(invitations.map((invitation) => invitation.organisation.id)),
    meeting.locality?.code ?? null,
  );
  return {
    meeting,
    runs: canRunMeeting(actor, meeting).allowed,
    organisations,
    invitations,
    asks,
    goals,
  };
}

/** The catalogue of groups; with words, those that look like them. */
export async function listOrganisations(db: Db, search?: string): Promise<Organisation[]> {
  return await selectOrganisations(db, search);
}

/**
 * How many groups there are, were invited to meetings of the active plan, and took part: each once,
 * however it was written.
 */
export async function countOrganisations(db: Db): Promise<OrganisationCount> {
  return await countGroups(db);
}
