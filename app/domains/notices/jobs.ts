import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Mails everybody who has notices that were not mailed yet, one mail a person. */
export const sendDigests = defineJob('notices.send-digests', z.object({}));
