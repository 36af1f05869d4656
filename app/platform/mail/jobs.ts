import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Hands one queued mail to the mail server, which may be away for a night. */
export const deliverMail = defineJob('mail.deliver', z.object({ mailId: z.uuid() }), 'days');
