import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { calculateLottery } from './calculate-lottery.server.ts';
import { deletePurgedEntries } from './entry.store.server.ts';
import { selectIdleDraws } from './work.store.server.ts';

/** Takes up what a worker that crashed left: nobody has to press anything again. */
async function sweepIdle(): Promise<void> {
  // It may take an hour: the other sweeps do not wait for it.
  for (const id of await selectIdleDraws(getDb()))
    void calculateLottery(id).catch((error: unknown) =>
      log.error({ err: error, draw: id }, 'lottery'),
    );
}

/**
 * Who was who in a draw goes when the registrations do; the lottery, the tokens and the result stay
 * in public.
 */
async function sweepRetention(): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { meetingId, count } of await deletePurgedEntries(tx))
      await recordAudit(tx, systemActor, {
        action: 'draw.draw-names-purged',
        subjectKind: 'meeting',
        subjectId: meetingId,
        data: { count },
      });
  });
}

/** What falls due in this slice. */
export const sweeps = { 'draw.lotteries': sweepIdle, 'draw.retention': sweepRetention };
