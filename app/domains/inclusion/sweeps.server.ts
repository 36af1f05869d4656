import { recountMeetings } from './recount-meetings.server.ts';
import { refreshReach } from './refresh-reach.server.ts';
import { releaseBackers } from './release-backers.server.ts';
import { releaseTables } from './release-tables.server.ts';

async function sweepFigures(): Promise<void> {
  await refreshReach(await recountMeetings());
  await releaseTables();
  await releaseBackers();
}

/** What falls due in this slice. */
export const sweeps = { 'inclusion.figures': sweepFigures };
