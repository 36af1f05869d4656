import { markMentioned } from '#app/domains/meetings/mark-meeting.server.ts';
import { systemActor } from '#app/kernel/actor.ts';
import { retentionDays } from '#app/kernel/retention.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { gatherNames } from './mention.rules.ts';
import { replaceMentions, selectArrived, selectMeetingsToGather } from './mention.store.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/**
 * Gathers the names of groups that people who came wrote, once their meeting was closed and nobody
 * sees its people any more. Only the worker may read what was declared; what it writes down are
 * names and how many wrote each, never who.
 */
export async function gatherMentions(): Promise<void> {
  const endedAfter = new Date(now().getTime() - retentionDays * 86_400_000);
  for (const meetingId of await selectMeetingsToGather(getDb(), endedAfter)) {
    await inTransaction(async (tx) => {
      if (!(await lockMeeting(tx, meetingId))?.closedAt) return;
      const at = now();
      const declared = await listDeclarations(tx, meetingId);
      const names = gatherNames(
        (await selectArrived(tx, meetingId)).flatMap((id) => declared.get(id)?.answers ?? []),
      );
      await replaceMentions(tx, meetingId, names, at);
      await markMentioned(tx, meetingId, at);
      await recordAudit(tx, systemActor, {
        action: 'groups.mentions-gathered',
        subjectKind: 'meeting',
        subjectId: meetingId,
        data: { names: names.length },
      });
    });
  }
}
