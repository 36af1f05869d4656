import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import type { PhotoCandidate } from '#app/domains/registration/types.ts';
import { listConsenting, listShown } from '#app/domains/registration/show-people.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** Who may be said to be in a photo, and who was. */
export type PhotoCandidates = { people: PhotoCandidate[]; shown: string[] };

/**
 * People who agreed to be in photos of a meeting, for its own facilitators until it is closed; nothing
 * for others who run it. The reading leaves an audit row.
 */
export async function listPhotoCandidates(
  actor: Actor,
  meetingId: string,
  fileId: string,
): Promise<PhotoCandidates | null> {
  return await inTransaction(async (tx) => {
    const meeting = await getAnyMeeting(tx, meetingId);
    if (!canSeeRoster(actor, meeting).allowed) return null;
    const people = await listConsenting(tx, meeting.id);
    if (people.length > 0)
      await recordAudit(tx, actor, {
        action: 'registration.roster-read',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        data: { as: 'foto', people: people.length },
      });
    return { people, shown: await listShown(tx, fileId) };
  });
}
