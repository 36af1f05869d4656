import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells authors and supporters that their idea goes to the Circle in a proposal. */
export const tellProposalSent = defineJob(
  'proposals.tell-sent',
  z.object({ proposalId: z.uuid() }),
);

/** Tells authors and supporters with which reason their ideas ended with the plan. */
export const tellIdeasEnded = defineJob('proposals.tell-ended', z.object({ endingId: z.uuid() }));
