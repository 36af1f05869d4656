import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells everybody registered that the meeting's time or place is another; once a version of the meeting. */
export const tellRegistered = defineJob('workshops.tell-registered', z.object({ meetingId: z.uuid(), version: z.number().int() }));
/** Cancels every registration of a cancelled meeting and tells its person. */
export const cancelRegistrations = defineJob('workshops.cancel-registrations', z.object({ meetingId: z.uuid() }));
/** Offers the free places of a meeting to those who wait and answer its goals. */
export const giveByGoals = defineJob('workshops.give-by-goals', z.object({ meetingId: z.uuid() }));
/** Thanks everybody who came, once their meeting's minutes are published; once a person. */
export const thankAttended = defineJob('workshops.thank-attended', z.object({ meetingId: z.uuid() }));
