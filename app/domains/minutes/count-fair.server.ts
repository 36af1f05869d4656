import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import { mayWriteMinutes } from './rules.ts';
import { markCounted } from '#app/domains/meetings/mark-meeting.server.ts';

/** Notes how many came by a fair, which has no list of people to count. */
export async function countFair(
  actor: Actor,
  meetingId: string | undefined,
  visitors: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, meetingId);
    authorize(mayWriteMinutes(meeting));
    if (meeting.kind !== 'feria') throw conflict('meeting_counts_arrivals');
    await markCounted(tx, meeting.id, visitors);
    await recordAudit(tx, actor, {
      action: 'minutes.fair-counted',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { before: meeting.counted, now: visitors },
    });
  });
}
