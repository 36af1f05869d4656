import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** Tells everybody registered that the meeting's time or place is another; once a version of the meeting. */
export const tellRegistered = defineJob(
  'meetings.tell-registered',
  z.object({ meetingId: z.uuid(), version: z.number().int() }),
);
/** Cancels every registration of a cancelled meeting and tells its person. */
export const cancelRegistrations = defineJob(
  'meetings.cancel-registrations',
  z.object({ meetingId: z.uuid() }),
);
/** Offers what became free to those who wait, after a meeting was changed. */
export const placesChanged = defineJob(
  'meetings.places-changed',
  z.object({ meetingId: z.uuid() }),
);
