import { retentionDays } from '#app/kernel/retention.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';

/** Deletes mails whose time is over: they hold names and addresses. */
export async function sweepMail(): Promise<void> {
  await getDb()
    .deleteFrom('mail')
    .where('queued_at', '<', new Date(now().getTime() - retentionDays * 86_400_000))
    .execute();
}
