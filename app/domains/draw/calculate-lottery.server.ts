import { Worker } from 'node:worker_threads';
import { certain } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { buildDrawPool, featureOf } from './build-draw-pool.server.ts';
import {
  deleteWork,
  lockLeased,
  renewLease,
  saveWork,
  selectWork,
  takeLease,
} from './work.store.server.ts';
import { moveDraw, selectDraw, writeLottery } from './store.server.ts';
import type { Draw } from './types.ts';
import { isOfDesk } from './rules.ts';
import { sha256Hex } from './lottery.ts';
import type { LotteryNews, LotteryTask } from './lottery-thread.server.ts';

/** How often what a run has come to is written, and whether it is still wanted is asked. */
const pulse = 1000;

type Outcome = Extract<LotteryNews, { kind: 'lottery' }> | { kind: 'left' };

/**
 * Calculates the lottery of a draw to its end, or until it is stopped: in a thread, so that nothing
 * else of the worker waits for the solver. What was found is kept with every pulse, so that a stop
 * or a crash loses little; a run that goes on gives the very same lottery. Whose work it is says a
 * lease: a second call does nothing, and after a crash the next one takes over.
 */
export async function calculateLottery(drawId: string): Promise<void> {
  const lease = newId();
  if (!(await takeLease(getDb(), drawId, lease))) return;
  const draw = certain(await selectDraw(getDb(), { id: drawId }));
  try {
    const { pool, sha256 } = await buildDrawPool(getDb(), draw);
    const outcome = await runThread(
      { pool, state: await selectWork(getDb(), drawId, sha256) },
      {
        pulse: async (state) => {
          if (state !== null) await saveWork(getDb(), drawId, sha256, state);
          return await renewLease(getDb(), drawId, lease);
        },
      },
    );
    if (outcome.kind !== 'left') await finish(draw, lease, sha256, outcome);
  } catch (error) {
    log.error({ err: error, draw: drawId }, 'lottery');
    await inTransaction(async (tx) => {
      if (await lockLeased(tx, drawId, lease))
        await moveDraw(tx, drawId, 'detenida', { failed: true });
    });
  }
}

/**
 * Runs the thread; what it found is handed over at every pulse, and a pulse that says no ends it.
 */
async function runThread(
  task: LotteryTask,
  on: { pulse: (state: string | null) => Promise<boolean> },
): Promise<Outcome> {
  const thread = new Worker(new URL('./lottery-thread.server.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
  });
  let state: string | null = null;
  const beat = async () => {
    const found = state;
    state = null;
    return await on.pulse(found);
  };
  try {
    return await new Promise<Outcome>((done, fail) => {
      let beating = false;
      const timer = setInterval(() => {
        if (beating) return;
        beating = true;
        beat().then((wanted) => {
          beating = false;
          if (!wanted) done({ kind: 'left' });
        }, fail);
      }, pulse);
      const ended = () => clearInterval(timer);
      thread.on('message', (news: LotteryNews) => {
        if (news.kind === 'state') state = news.state;
        else {
          ended();
          done(news);
        }
      });
      thread.once('error', (error) => {
        ended();
        fail(error);
      });
      thread.once('exit', (code) => {
        ended();
        fail(new Error(`The thread of a lottery ended with ${code}`));
      });
    });
  } finally {
    thread.removeAllListeners();
    await thread.terminate();
  }
}

/**
 * Writes what a proof came to, unless it was stopped meanwhile. Where somebody took back what they
 * had declared while it ran, the proof speaks of other people than there are: it is begun anew.
 */
async function finish(
  draw: Draw,
  lease: string,
  sha256: string,
  outcome: Exclude<Outcome, { kind: 'left' }>,
): Promise<void> {
  const again = await inTransaction(async (tx) => {
    if (!(await lockLeased(tx, draw.id, lease))) return false;
    await deleteWork(tx, draw.id);
    if ((await buildDrawPool(tx, draw)).sha256 !== sha256) {
      await moveDraw(tx, draw.id, 'calculando');
      return true;
    }
    const yielded = outcome.yielded
      .map((feature) => certain(draw.quotas.find((quota) => featureOf(quota) === feature)))
      .filter(isOfDesk)
      .map(({ variable, value }) => ({ variable, value }));
    const { text, panels, smallest, rounding, types } = outcome;
    await writeLottery(tx, draw.id, {
      text,
      sha256: await sha256Hex(text),
      panels,
      smallest,
      rounding,
      types,
      yielded,
    });
    return false;
  });
  if (again) await calculateLottery(draw.id);
}
