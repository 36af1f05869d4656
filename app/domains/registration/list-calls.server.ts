import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { listRunMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { selectOpenCalls, type OpenCall } from './call.store.server.ts';
import { canSeeRoster } from './policy.ts';

/** A call to make, with the meeting that it is about. */
export type Call = OpenCall & { meeting: Meeting };

/**
 * The calls to make for the meetings that somebody facilitates, what is due first. Reading them
 * leaves an audit row for each meeting: they hold names and telephones.
 */
export async function listCalls(actor: Actor): Promise<Call[]> {
  return await inTransaction(async (tx) => {
    const meetings = new Map(
      (await listRunMeetings(tx, actor))
        .filter((meeting) => canSeeRoster(actor, meeting).allowed)
        .map((meeting) => [meeting.id, meeting]),
    );
    const calls = (await selectOpenCalls(tx, [...meetings.keys()], now())).flatMap((call) => {
      const meeting = meetings.get(call.meetingId);
      return meeting ? [{ ...call, meeting }] : [];
    });
    for (const meetingId of new Set(calls.map((call) => call.meetingId)))
      await recordAudit(tx, actor, {
        action: 'registration.calls-read',
        subjectKind: 'meeting',
        subjectId: meetingId,
        data: { people: calls.filter((call) => call.meetingId === meetingId).length },
      });
    return calls;
  });
}
