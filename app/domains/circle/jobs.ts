import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells authors and supporters what the Circle decided. */
export const tellDecision = defineJob('circle.tell-decision', z.object({ decisionId: z.uuid() }));
