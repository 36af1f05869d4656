import { sweepPendingIdeas } from './keep-pending-idea.server.ts';

/** What falls due in this slice. */
export const sweeps = { 'ideas.pending': sweepPendingIdeas };
