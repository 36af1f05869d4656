import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells everybody registered that the meeting's time or place is another; once a version of the meeting. */
export const tellRegistered = defineJob(
  'workshops.tell-registered',
  z.object({ meetingId: z.uuid(), version: z.number().int() }),
);
/** Cancels every registration of a cancelled meeting and tells its person. */
export const cancelRegistrations = defineJob(
  'workshops.cancel-registrations',
  z.object({ meetingId: z.uuid() }),
);
/** Offers the free places of a meeting to those who wait and answer its goals. */
export const giveByGoals = defineJob('workshops.give-by-goals', z.object({ meetingId: z.uuid() }));
/** Tells everybody how the places of a meeting that draws them were given: by the draw, or without one since there was room for all; once a person. */
export const tellAllotted = defineJob(
  'workshops.tell-allotted',
  z.object({ meetingId: z.uuid(), drawn: z.boolean() }),
);
/** Thanks everybody who came, once their meeting's minutes are published; once a person. */
export const thankAttended = defineJob(
  'workshops.thank-attended',
  z.object({ meetingId: z.uuid() }),
);
