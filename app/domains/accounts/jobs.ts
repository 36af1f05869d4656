import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Mails a person a link to confirm an address of theirs, or to who registers again that they have an account. */
export const mailOwnLink = defineJob(
  'accounts.mail-own-link',
  z.object({
    personId: z.string(),
    purpose: z.enum(['register', 'verify', 'email_change']),
    returnTo: z.string().nullable(),
  }),
);

/** Mails a link to whoever has an address, known by its hash: the request does the same for one that nobody has. */
export const mailLink = defineJob(
  'accounts.mail-link',
  z.object({
    addressHash: z.string(),
    purpose: z.enum(['recover', 'sign_in']),
    returnTo: z.string().nullable(),
  }),
);
