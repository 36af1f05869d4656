import { parentPort, workerData } from 'node:worker_threads';
import { certain } from '#app/kernel/certain.ts';
import { findRelaxation } from './find-relaxation.server.ts';
import { canonicalLottery, largestMove, seatPeople } from './lottery.ts';
import { loosened, type Pool } from './pool.ts';
import { roundLottery } from './round-lottery.server.ts';
import { solveLeximin } from './solve-leximin.server.ts';
import { type LeximinState } from './leximin-programmes.server.ts';

/** A thread of its own for the solver, which blocks; whoever started it may end it at any time. */

export type LotteryTask = { pool: Pool; state: string | null };
export type LotteryNews =
  | { kind: 'state'; state: string }
  | {
      kind: 'lottery';
      text: string;
      panels: number;
      smallest: number;
      rounding: number;
      types: number;
      /** Features whose quotas gave way. */
      yielded: string[];
    };

const { pool: asked, state } = workerData as LotteryTask;
const tell = (news: LotteryNews) => certain(parentPort).postMessage(news);

// Quotas that no panel meets give way by as little as can be: that they do would say what people answered.
const { changes } = await findRelaxation(asked);
const pool = loosened(asked, changes);
const result = await solveLeximin(
  pool,
  { checkpoint: (stand) => tell({ kind: 'state', state: JSON.stringify(stand) }) },
  state === null ? undefined : (JSON.parse(state) as LeximinState),
);
if (result.kind === 'leximin') {
  const lottery = seatPeople(pool, await roundLottery(pool, result));
  tell({
    kind: 'lottery',
    text: canonicalLottery(lottery),
    panels: lottery.length,
    smallest: Math.min(...result.probabilities),
    rounding: largestMove(pool, result.probabilities, lottery),
    types: pool.types.length,
    yielded: changes.map(({ feature }) => feature),
  });
}
