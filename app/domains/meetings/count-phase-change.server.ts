import type { Db } from '#app/platform/db/db.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { countByPhaseEnd } from './counts.store.server.ts';

/** What another end of the phase of the workshops does to meetings that were called. */
export type PhaseChange = {
  /** Meetings whose registration closes earlier, and the people who have or await a place there. */
  shortened: number;
  people: number;
  /** Meetings whose registration stays open longer, or opens again. */
  extended: number;
};

/** How many meetings of a plan take registrations for less or more time when its workshops end then. */
export async function countPhaseChange(
  db: Db,
  planId: string,
  ends: { before: Date; after: Date },
): Promise<PhaseChange> {
  return await countByPhaseEnd(db, planId, { ...ends, at: now() });
}
