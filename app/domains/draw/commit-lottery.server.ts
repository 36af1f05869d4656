import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { mayCommit, mayPrepareDraw } from './rules.ts';
import type { CommitInput } from './schema.ts';
import { writeCommitment } from './store.server.ts';
import { holdDrawOf } from './run-calculation.server.ts';

/**
 * Commits to a lottery before its randomness exists: from here on its hash, where the seed comes
 * from and when are public, and nothing of it changes.
 */
export async function commitLottery(
  actor: Actor,
  meetingId: string | undefined,
  input: CommitInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, draw } = await holdDrawOf(tx, actor, meetingId);
    authorize(mayPrepareDraw(meeting, now()));
    authorize(mayCommit(draw, now()));
    const until = input.origen === 'circulo' ? input.hasta! : null;
    if (input.momento <= now()) throw fieldErrors({ momento: 'draw_moment_past' });
    if (input.momento >= meeting.startsAt) throw fieldErrors({ momento: 'draw_moment_late' });
    if (until && until >= meeting.startsAt) throw fieldErrors({ hasta: 'draw_moment_late' });
    await writeCommitment(tx, draw.id, {
      kind: input.origen,
      source: input.origen === 'fuente' ? input.fuente : '',
      at: input.momento,
      until,
      by: actor.personId,
      now: now(),
    });
    await recordAudit(tx, actor, {
      action: 'draw.lottery-committed',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: {
        drawId: draw.id,
        sha256: draw.lotterySha256,
        source: input.origen,
        text: input.origen === 'fuente' ? input.fuente : '',
        at: input.momento.toISOString(),
        again: draw.state === 'comprometida',
      },
    });
  });
}
