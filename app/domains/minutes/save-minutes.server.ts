import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import { mayWriteMinutes } from './rules.ts';
import type { MinutesInput } from './schema.ts';
import { selectMinutes, upsertDraft } from './store.server.ts';

/**
 * Keeps the draft of the minutes. After a publication it becomes the draft of the next version; what
 * was published stays.
 */
export async function saveMinutes(
  actor: Actor,
  meetingId: string | undefined,
  input: MinutesInput,
): Promise<{ version: number }> {
  return await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, meetingId);
    authorize(mayWriteMinutes(meeting));
    const newest = (await selectMinutes(tx, meeting.id))[0];
    // Two people write the same minutes: who saw an older draft does not write over the newer one.
    const { seen, ...texts } = input;
    if (seen !== undefined && (newest?.writtenAt.toISOString() ?? '') !== seen)
      throw conflict('changed_meanwhile');
    const version = newest?.state === 'borrador' ? newest.version : (newest?.version ?? 0) + 1;
    await upsertDraft(tx, {
      meetingId: meeting.id,
      version,
      ...texts,
      writtenBy: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'minutes.minutes-saved',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { version },
    });
    return { version };
  });
}
