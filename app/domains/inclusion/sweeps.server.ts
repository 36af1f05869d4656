import { recountMeetings } from './recount-meetings.server.ts';
import { releaseTables } from './release-tables.server.ts';

async function sweepFigures(): Promise<void> {
  await recountMeetings();
  await releaseTables();
}

/** What falls due in this slice. */
export const sweeps = { 'inclusion.figures': sweepFigures };
