import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';

/** Mails hold names and addresses: they are kept as long as what a registration leaves behind, about six months. */
const keptDays = 183;

/** Deletes mails that are older. */
export async function sweepMail(): Promise<void> {
  await getDb().deleteFrom('mail').where('queued_at', '<', new Date(now().getTime() - keptDays * 86_400_000)).execute();
}
