import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells authors and supporters that their idea goes to the Circle in a proposal. */
export const tellProposalSent = defineJob(
  'proposals.tell-sent',
  z.object({ proposalId: z.uuid() }),
);
