import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Calculates the lottery of a draw, or goes on where that was left. */
export const calculateLottery = defineJob('draw.calculate-lottery', z.object({ drawId: z.uuid() }));
