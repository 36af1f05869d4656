import { handle } from '#app/platform/jobs/define-job.ts';
import { mailLink, mailOwnLink } from './jobs.ts';
import { mailOwnRequestedLink, mailRequestedLink } from './request-link.server.ts';

/** What the worker does for accounts. */
export const jobs = [
  handle(mailLink, mailRequestedLink),
  handle(mailOwnLink, mailOwnRequestedLink),
];
