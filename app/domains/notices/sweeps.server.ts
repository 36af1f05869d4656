import { sendAllDigests } from './send-digests.server.ts';

/** What a lost job left unmailed goes out at the next sweep. */
export const sweeps = { 'notices.digests': sendAllDigests };
