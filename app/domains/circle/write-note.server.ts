import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { openTable } from './open-table.server.ts';
import { insertNote } from './store.server.ts';

/** Keeps a member's note for the commission's own deliberation; it is never public. */
export async function writeNote(
  actor: Actor,
  proposalId: string | undefined,
  body: string,
): Promise<void> {
  await actOnce(actor, { act: 'circle.note', content: { proposalId, body } }, async (tx) => {
    const { proposal, member } = await openTable(tx, actor, proposalId);
    const id = newId();
    await insertNote(tx, {
      id,
      proposalId: proposal.id,
      memberId: member.memberId,
      body,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'circle.note-written',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: { noteId: id },
    });
  });
}
