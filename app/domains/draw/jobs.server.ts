import { handle, type Handler } from '#app/platform/jobs/define-job.ts';
import { log } from '#app/platform/log/log.server.ts';
import { calculateLottery as calculate } from './calculate-lottery.server.ts';
import { calculateLottery } from './jobs.ts';

/** What the worker does for draws; each may be repeated. */
export const jobs: Handler[] = [
  // Begun and not waited for: it may take longer than any job may, and other jobs go on.
  handle(calculateLottery, ({ drawId }) => {
    calculate(drawId).catch((error: unknown) => log.error({ err: error, draw: drawId }, 'lottery'));
    return Promise.resolve();
  }),
];
