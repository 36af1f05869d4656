import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import type { NeedAsked } from './types.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { canSeeRoster } from './policy.ts';
import { selectNeedsAsked } from './need.store.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { NeedState } from './types.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

export type MeetingNeeds = {
  meeting: Meeting;
  /** Requests with their words, for who facilitates; after the meeting was closed only the counts stay. */
  asked: NeedAsked[];
  counts: { need: string; state: NeedState; n: number }[];
  names: boolean;
};

/**
 * The needs asked for in a meeting. Who asked, and in which words, is for its own facilitators, and
 * reading it leaves an audit row; coordination sees how many asked for what.
 */
export async function getMeetingNeeds(actor: Actor, id: string | undefined): Promise<MeetingNeeds> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, id);
    authorize(canRunMeeting(actor, meeting));
    const rows = await selectNeedsAsked(tx, meeting.id);
    const names = canSeeRoster(actor, meeting).allowed;
    if (names && rows.length > 0)
      await recordAudit(tx, actor, {
        action: 'registration.needs-read',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        data: { people: new Set(rows.map((row) => row.registrationId)).size },
      });
    const counts = new Map<string, { need: string; state: NeedState; n: number }>();
    for (const { need, state } of rows)
      counts.set(`${need} ${state}`, {
        need,
        state,
        n: (counts.get(`${need} ${state}`)?.n ?? 0) + 1,
      });
    return {
      meeting,
      names,
      counts: [...counts.values()],
      asked: names ? rows : [],
    };
  });
}
