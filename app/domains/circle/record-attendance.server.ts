import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { openTable } from './open-table.server.ts';
import { upsertAttendance } from './store.server.ts';

/** A member says that they are at the table, or that they leave it; who leaves takes their vote along. */
export async function recordAttendance(
  actor: Actor,
  proposalId: string | undefined,
  isPresent: boolean,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { proposal, member } = await openTable(tx, actor, proposalId);
    await upsertAttendance(tx, proposal.id, member.memberId, isPresent, now());
    await recordAudit(tx, actor, {
      action: 'circle.attendance-recorded',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: { memberId: member.memberId, presente: isPresent },
    });
  });
}
