import { handle } from '#app/platform/jobs/define-job.ts';
import { sendDigests } from './jobs.ts';
import { sendAllDigests } from './send-digests.server.ts';

/** What the worker does for notices. */
export const jobs = [handle(sendDigests, sendAllDigests)];
