import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { deleteOldActs } from './store.server.ts';

/** Forgets what was done an hour ago; the worker calls it. */
export async function sweepActs(): Promise<void> {
  await deleteOldActs(getDb(), new Date(now().getTime() - 3_600_000));
}
