import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import { selectOpenPairs } from './duplicate.store.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { selectOpenPairsOf, type OwnPair } from './merge.store.server.ts';
import { canSeeRoster } from './policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { DuplicatePair } from './types.ts';

const most = 200;

/**
 * Registrations of a meeting that may be one person's, side by side; the reading leaves an audit
 * row.
 */
export async function listDuplicates(
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; pairs: DuplicatePair[] }> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    const pairs = await selectOpenPairs(tx, meeting.id, most);
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { as: 'repetidas', pairs: pairs.length },
    });
    return { meeting, pairs };
  });
}

/**
 * For the person of a registration: which others may be theirs too, by channel and time, without
 * anybody's name.
 */
export async function listDuplicatesOf(
  db: Db,
  registrationId: string,
  mailKey: string | null,
): Promise<OwnPair[]> {
  return await selectOpenPairsOf(db, registrationId, mailKey);
}
