import { handle } from '#app/platform/jobs/define-job.ts';
import { mailLink } from './jobs.ts';
import { mailRequestedLink } from './request-link.server.ts';

/** What the worker does for accounts. */
export const jobs = [handle(mailLink, mailRequestedLink)];
