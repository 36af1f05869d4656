import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { canSeeRoster } from './policy.ts';
import { selectRoster } from './store.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { RosterRow } from './types.ts';

/**
 * The list of people to take along on paper: who has a place or waits, by name. Printing it leaves
 * an audit row.
 */
export async function printRoster(
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; people: RosterRow[] }> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    const people = (await selectRoster(tx, meeting.id))
      .filter((row) => row.state !== 'solo_asistencia')
      .sort((a, b) => a.name.localeCompare(b.name, 'es') || a.place - b.place);
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { as: 'papel', people: people.length },
    });
    return { meeting, people };
  });
}
