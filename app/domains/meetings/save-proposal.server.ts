import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { MeetingValues } from './meeting-values.ts';
import { canProposeMeeting } from './policy.ts';
import { lockProposal, upsertProposal } from './proposal.store.server.ts';

/**
 * Keeps what somebody wrote of a meeting that they propose, with its blanks; or sends it to
 * coordination, once it is whole. What was sent is coordination's until it comes back.
 */
export async function saveProposal(
  actor: Actor,
  given: { id: string | null; values: MeetingValues; send: boolean },
): Promise<{ id: string }> {
  authorize(canProposeMeeting(actor));
  return await actOnce(actor, { act: 'meetings.propose', content: given }, async (tx) => {
    const authorId = personIdOf(actor);
    const known = isId(given.id ?? undefined) ? await lockProposal(tx, given.id ?? '') : null;
    if (given.id !== null && known?.authorId !== authorId) throw notFound('page_not_found');
    if (known?.state === 'enviada' || known?.state === 'aceptada') throw conflict('proposal_sent');
    const id = known?.id ?? newId();
    const state = given.send ? 'enviada' : 'guardada';
    await upsertProposal(tx, { id, authorId, content: given.values, state, at: now() });
    if (given.send)
      await recordAudit(tx, actor, {
        action: 'meetings.meeting-proposed',
        subjectKind: 'meeting-proposal',
        subjectId: id,
      });
    return { id };
  });
}
