import { learnWords } from './learn-words.server.ts';
import { sweepPendingIdeas } from './keep-pending-idea.server.ts';

/** What falls due in this slice. */
export const sweeps = { 'ideas.pending': sweepPendingIdeas };

/** The same, of what may take longer than a minute. */
export const longSweeps = { 'ideas.words': learnWords };
