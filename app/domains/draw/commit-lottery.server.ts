import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { mayCommit, mayPrepareDraw, wrongTimes } from './rules.ts';
import type { Commitment } from './source.ts';
import { writeCommitment } from './store.server.ts';
import { holdDrawOf } from './run-calculation.server.ts';

/**
 * Commits to a lottery before its randomness exists: from here on its hash and the exact source are
 * public, with when it is known and how it is written, and nothing of it changes. The lottery itself
 * is shown when nobody can add to the seed any more.
 */
export async function commitLottery(
  actor: Actor,
  meetingId: string | undefined,
  commitment: Commitment,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, draw } = await holdDrawOf(tx, actor, meetingId);
    authorize(mayPrepareDraw(meeting, now()));
    authorize(mayCommit(draw));
    const wrong = wrongTimes(commitment, now(), meeting.startsAt);
    if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
    await writeCommitment(tx, draw.id, { ...commitment, by: actor.personId, now: now() });
    await recordAudit(tx, actor, {
      action: 'draw.lottery-committed',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: {
        drawId: draw.id,
        sha256: draw.lotterySha256,
        source: commitment.source,
        at: commitment.at.toISOString(),
        sharesUntil: commitment.sharesUntil?.toISOString() ?? null,
        revealUntil: commitment.revealUntil?.toISOString() ?? null,
      },
    });
  });
}
