import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { deleteEndedClaims } from './decision.store.server.ts';

/** Ended claims count for nothing already; deleting them keeps nobody's name by an idea they left. */
async function sweepClaims(): Promise<void> {
  await deleteEndedClaims(getDb(), now());
}

/** What falls due in this slice. */
export const sweeps = { 'moderation.claims': sweepClaims };
