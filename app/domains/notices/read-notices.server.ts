import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canReadNotices } from './policy.ts';
import { markNoticesRead } from './store.server.ts';

/** Marks the own notices as read: one, or all. Reading leaves no audit row: it changes nothing for anybody else. */
export async function readNotices(actor: Actor, noticeId?: string): Promise<void> {
  authorize(canReadNotices(actor));
  await inTransaction(async (tx) => await markNoticesRead(tx, personIdOf(actor), now(), noticeId));
}
