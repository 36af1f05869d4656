import { countMeetings } from './count-meetings.server.ts';
import { releaseActs, releaseBackers } from './release-acts.server.ts';
import { releaseTables } from './release-tables.server.ts';

async function sweepCounts(): Promise<void> {
  await countMeetings();
}

async function sweepReleases(): Promise<void> {
  await releaseTables();
  await releaseBackers();
}

let actsAt = 0;

/** Everybody who acted in the plan is counted once an hour: it reads all supports. */
async function sweepActs(): Promise<void> {
  if (performance.now() < actsAt) return;
  actsAt = performance.now() + 3_600_000;
  await releaseActs();
}

/** What falls due in this slice. */
export const sweeps = {
  'figures.counts': sweepCounts,
};

/** What may take longer than a minute: others do not wait for it. */
export const longSweeps = { 'figures.releases': sweepReleases, 'figures.acts': sweepActs };
