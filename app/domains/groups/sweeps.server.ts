import { gatherMentions } from './gather-mentions.server.ts';

/** What falls due in this slice. */
export const sweeps = { 'groups.mentions': gatherMentions };
