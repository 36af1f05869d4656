import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { mayPrepareDraw, mayStart, mayStop } from './rules.ts';
import { lockDraw, moveDraw } from './store.server.ts';
import type { Draw } from './types.ts';
import { calculateLottery } from './jobs.ts';
import { canRunDraw } from './policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** The draw of a meeting that the actor runs, both held until the transaction ends. */
export async function holdDrawOf(
  tx: Tx,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; draw: Draw }> {
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canRunDraw(actor, meeting));
  const draw = await lockDraw(tx, { meetingId: meeting.id });
  if (!draw) throw notFound('page_not_found');
  return { meeting, draw };
}

/** Begins the calculation of the lottery, or goes on with one that was stopped. */
export async function startCalculation(actor: Actor, meetingId: string | undefined): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, draw } = await holdDrawOf(tx, actor, meetingId);
    authorize(mayPrepareDraw(meeting, now()));
    authorize(mayStart(draw));
    await moveDraw(tx, draw.id, 'calculando');
    await recordAudit(tx, actor, {
      action: 'draw.lottery-started',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { drawId: draw.id, again: draw.state === 'detenida' },
    });
    await enqueue(tx, calculateLottery, { drawId: draw.id });
  });
}

/** Stops it; what was found so far is kept. */
export async function stopCalculation(actor: Actor, meetingId: string | undefined): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, draw } = await holdDrawOf(tx, actor, meetingId);
    authorize(mayStop(draw));
    await moveDraw(tx, draw.id, 'detenida');
    await recordAudit(tx, actor, {
      action: 'draw.lottery-stopped',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { drawId: draw.id },
    });
  });
}
