import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/define-job.ts';

/** The people of the city's localities were counted anew: what is compared with them follows. */
export const territoryCounted = defineJob('plan.territory-counted', z.object({}));
