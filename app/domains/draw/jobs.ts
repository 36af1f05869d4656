import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Counts the types of people of a draw, by which is said how long its lottery takes. */
export const measureTypes = defineJob('draw.measure-types', z.object({ drawId: z.uuid() }));
/** Calculates the lottery of a draw, or goes on where that was left. */
export const calculateLottery = defineJob('draw.calculate-lottery', z.object({ drawId: z.uuid() }));
