import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Mails the person of a registration a link that opens their personal part. */
export const mailLink = defineJob('registration.mail-link', z.object({ registrationId: z.uuid() }));
/** Sends what waits about a registration to the address that was corrected. */
export const readdress = defineJob(
  'registration.readdress',
  z.object({ registrationId: z.uuid() }),
);
/** Offers the free places of a meeting to those who wait and answer its goals. */
export const giveByGoals = defineJob(
  'registration.give-by-goals',
  z.object({ meetingId: z.uuid() }),
);
/**
 * Tells everybody how the places of a meeting that draws them were given: by the draw, or without
 * one since there was room for all; once a person.
 */
export const tellAllotted = defineJob(
  'registration.tell-allotted',
  z.object({ meetingId: z.uuid(), drawn: z.boolean() }),
);
/** Thanks everybody who came, once their meeting's minutes are published; once a person. */
export const thankAttended = defineJob(
  'registration.thank-attended',
  z.object({ meetingId: z.uuid() }),
);
