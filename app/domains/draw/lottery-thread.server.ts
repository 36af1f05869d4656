import { parentPort, workerData } from 'node:worker_threads';
import { certain } from '#app/kernel/certain.ts';
import { findRelaxation, type Relaxation } from './find-relaxation.server.ts';
import { canonicalLottery, largestMove, seatPeople } from './lottery.ts';
import type { Pool } from './pool.ts';
import { roundLottery } from './round-lottery.server.ts';
import { solveLeximin, type LeximinProgress } from './solve-leximin.server.ts';
import { type LeximinState } from './leximin-programmes.server.ts';

/** A thread of its own for the solver, which blocks; whoever started it may end it at any time. */

export type LotteryTask = { pool: Pool; state: string | null };
export type LotteryNews =
  | { kind: 'progress'; progress: LeximinProgress }
  | { kind: 'state'; state: string }
  | { kind: 'infeasible'; relaxation: Relaxation }
  | {
      kind: 'lottery';
      text: string;
      panels: number;
      smallest: number;
      rounding: number;
      types: number;
    };

const { pool, state } = workerData as LotteryTask;
const tell = (news: LotteryNews) => certain(parentPort).postMessage(news);

const result = await solveLeximin(
  pool,
  {
    progress: (progress) => tell({ kind: 'progress', progress }),
    checkpoint: (stand) => tell({ kind: 'state', state: JSON.stringify(stand) }),
  },
  state === null ? undefined : (JSON.parse(state) as LeximinState),
);
if (result.kind === 'infeasible')
  tell({ kind: 'infeasible', relaxation: await findRelaxation(pool) });
else if (result.kind === 'leximin') {
  const lottery = seatPeople(pool, await roundLottery(pool, result));
  tell({
    kind: 'lottery',
    text: canonicalLottery(lottery),
    panels: lottery.length,
    smallest: Math.min(...result.probabilities),
    rounding: largestMove(pool, result.probabilities, lottery),
    types: pool.types.length,
  });
}
