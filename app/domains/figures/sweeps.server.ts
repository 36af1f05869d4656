import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { deletePurgedEntries, selectIdleDraws } from '#app/domains/draw/store.server.ts';
import { measureTypes } from '#app/domains/draw/measure-types.server.ts';
import { recountMeetings } from './recount-meetings.server.ts';
import { refreshReach } from './refresh-reach.server.ts';
import { releaseActs, releaseBackers } from './release-acts.server.ts';
import { releaseTables } from './release-tables.server.ts';

/** Takes up what a worker that crashed left: nobody has to press anything again. */
async function sweepIdle(): Promise<void> {
  for (const { id, state } of await selectIdleDraws(getDb())) {
    if (state === 'midiendo') await measureTypes(id);
    // It may take an hour: the other sweeps do not wait for it.
    else
      void calculateLottery(id).catch((error: unknown) =>
        log.error({ err: error, draw: id }, 'lottery'),
      );
  }
}

/** Who was who in a draw goes when the registrations do; the lottery, the tokens and the result stay in public. */
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

async function sweepCounts(): Promise<void> {
  await refreshReach(await recountMeetings());
}

async function sweepReleases(): Promise<void> {
  await releaseTables();
  await releaseBackers();
}

let actsAt = 0;

/** Everybody who acted in the plan is counted once an hour: it reads all supports. */
async function sweepActs(): Promise<void> {
  if (performance.now() < actsAt) return;
  actsAt = performance.now() + 3_600_000;
  await releaseActs();
}

/** What falls due in this slice. */
export const sweeps = {
  'figures.counts': sweepCounts,
  'draw.lotteries': sweepIdle,
  'draw.retention': sweepRetention,
};

/** What may take longer than a minute: others do not wait for it. */
export const longSweeps = { 'figures.releases': sweepReleases, 'figures.acts': sweepActs };
