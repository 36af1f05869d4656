import { getDb } from '#app/platform/db/db.server.ts';

/** Forgets limits that ran out by the machine's own time, in milliseconds, as the library keeps them. */
export async function sweepLimits(): Promise<void> {
  await getDb().deleteFrom('rate_limit').where('expire', '<', Date.now()).execute();
}
