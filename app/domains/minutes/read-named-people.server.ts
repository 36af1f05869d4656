import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { listNamed } from '#app/domains/registration/show-people.server.ts';
import type { TextSpan } from '#app/platform/personal-data/types.ts';

/**
 * Where texts that will be public name somebody who registered at the meeting. Who writes them learns by it that this
 * person registered, so a reading that found somebody leaves an audit row.
 */
export async function readNamedPeople(
  actor: Actor,
  meetingId: string | undefined,
  texts: readonly string[],
): Promise<TextSpan[][]> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, meetingId);
    authorize(canRunMeeting(actor, meeting));
    const named = await listNamed(tx, meeting.id, texts);
    const found = named.flat().length;
    if (found > 0)
      await recordAudit(tx, actor, {
        action: 'minutes.names-found',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        data: { found },
      });
    return named;
  });
}
