import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { openTable } from './open-table.server.ts';
import { mayVote } from './rules.ts';
import { selectSeats, upsertVote } from './store.server.ts';
import type { Vote } from './types.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/** A member votes, or says that they may not (recusal). It may change until the table decides. */
export async function castVote(
  actor: Actor,
  proposalId: string | undefined,
  vote: Vote,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { proposal, member } = await openTable(tx, actor, proposalId);
    const seats = await selectSeats(tx, proposal.id, proposal.commitmentId, civilDay(now()));
    authorize(
      mayVote(
        vote,
        seats.some((seat) => seat.memberId === member.memberId && seat.present),
      ),
    );
    await upsertVote(tx, proposal.id, member.memberId, vote, now());
    await recordAudit(tx, actor, {
      action: 'circle.vote-cast',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: { memberId: member.memberId, sector: member.sector, voto: vote },
    });
  });
}
