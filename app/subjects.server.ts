import type { PersonalData } from '#app/domains/accounts/types.ts';
import type { Handler } from '#app/platform/jobs/define-job.ts';
import { sweepActs } from '#app/platform/acts/sweep-acts.server.ts';
import { jobs as mailJobs } from '#app/platform/mail/jobs.server.ts';
import { sweepLimits } from '#app/platform/http/sweep-limits.server.ts';
import { sweepMail } from '#app/platform/mail/sweep-mail.server.ts';
import { sweepSessions } from '#app/platform/session/session.server.ts';
import { sweepUnverified } from '#app/domains/accounts/close-account.server.ts';
import { jobs as accountsJobs } from '#app/domains/accounts/jobs.server.ts';
import { personalData as accountsData } from '#app/domains/accounts/personal-data.server.ts';
import { sweeps as accountsSweeps } from '#app/domains/accounts/sweeps.server.ts';
import { jobs as circleJobs } from '#app/domains/circle/jobs.server.ts';
import { personalData as circleData } from '#app/domains/circle/personal-data.server.ts';
import { sweeps as circleSweeps } from '#app/domains/circle/sweeps.server.ts';
import { personalData as declarationsData } from '#app/domains/declarations/personal-data.server.ts';
import { personalData as ideasData } from '#app/domains/ideas/personal-data.server.ts';
import {
  longSweeps as ideasLongSweeps,
  sweeps as ideasSweeps,
} from '#app/domains/ideas/sweeps.server.ts';
import { personalData as moderationData } from '#app/domains/moderation/personal-data.server.ts';
import { sweeps as moderationSweeps } from '#app/domains/moderation/sweeps.server.ts';
import { jobs as noticesJobs } from '#app/domains/notices/jobs.server.ts';
import { personalData as noticesData } from '#app/domains/notices/personal-data.server.ts';
import { sweeps as noticesSweeps } from '#app/domains/notices/sweeps.server.ts';
import { jobs as proposalsJobs } from '#app/domains/proposals/jobs.server.ts';
import { personalData as proposalsData } from '#app/domains/proposals/personal-data.server.ts';
import { personalData as lettersData } from '#app/domains/letters/personal-data.server.ts';
import { sweeps as lettersSweeps } from '#app/domains/letters/sweeps.server.ts';
import { personalData as votesData } from '#app/domains/votes/personal-data.server.ts';
import { personalData as meetingsData } from '#app/domains/meetings/personal-data.server.ts';
import { personalData as groupsData } from '#app/domains/groups/personal-data.server.ts';
import { sweeps as groupsSweeps } from '#app/domains/groups/sweeps.server.ts';
import { checkStanding } from '#app/domains/figures/check-standing.server.ts';
import { checkCalls } from '#app/domains/registration/check-calls.server.ts';
import { jobs as registrationJobs } from '#app/domains/registration/jobs.server.ts';
import { personalData as registrationData } from '#app/domains/registration/personal-data.server.ts';
import { sweeps as registrationSweeps } from '#app/domains/registration/sweeps.server.ts';
import { personalData as doorData } from '#app/domains/door/personal-data.server.ts';
import { personalData as minutesData } from '#app/domains/minutes/personal-data.server.ts';
import {
  longSweeps as figuresLongSweeps,
  sweeps as figuresSweeps,
} from '#app/domains/figures/sweeps.server.ts';
import { jobs as figuresJobs } from '#app/domains/figures/jobs.server.ts';
import { jobs as drawJobs } from '#app/domains/draw/jobs.server.ts';
import { personalData as drawData } from '#app/domains/draw/personal-data.server.ts';
import { sweeps as drawSweeps } from '#app/domains/draw/sweeps.server.ts';

/** What the slices register with the compositions: jobs, sweeps, personal data. */

/** Everything the worker can do. */
export const handlers: Handler[] = [
  ...mailJobs,
  ...accountsJobs,
  ...noticesJobs,
  ...registrationJobs,
  ...figuresJobs,
  ...drawJobs,
  ...proposalsJobs,
  ...circleJobs,
];

/** What each slice holds of a person, in the order of the slices: collected in this order, erased in the other. */
export const personalData: Record<string, PersonalData> = {
  accounts: accountsData,
  notices: noticesData,
  declarations: declarationsData,
  ideas: ideasData,
  votes: votesData,
  meetings: meetingsData,
  groups: groupsData,
  registration: registrationData,
  door: doorData,
  minutes: minutesData,
  draw: drawData,
  moderation: moderationData,
  proposals: proposalsData,
  circle: circleData,
  letters: lettersData,
};

/** Every table that some slice collects from and erases. */
export const personalDataTables: string[] = Object.values(personalData).flatMap(
  (slice) => slice.tables,
);

/** What `doctor` asks of the data. */
export const checks = [checkCalls, checkStanding];

/** What the worker does each minute with what fell due. */
export const sweeps: Record<string, () => Promise<void>> = {
  sessions: sweepSessions,
  acts: sweepActs,
  limits: sweepLimits,
  mail: sweepMail,
  'accounts.unverified': async () => await sweepUnverified(personalData),
  ...accountsSweeps,
  ...noticesSweeps,
  ...ideasSweeps,
  ...registrationSweeps,
  ...groupsSweeps,
  ...figuresSweeps,
  ...drawSweeps,
  ...moderationSweeps,
  ...circleSweeps,
  ...lettersSweeps,
};

/** The same, of what may take longer than a minute: it runs beside the others and they do not wait for it. */
export const longSweeps: Record<string, () => Promise<void>> = {
  ...ideasLongSweeps,
  ...figuresLongSweeps,
};
