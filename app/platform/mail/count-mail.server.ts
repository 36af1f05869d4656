import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';

const minute = 60_000;

/** Mails that wait for a server that does not take them, and since when; null when none waits for long. */
export async function findWaitingMail(db: Db): Promise<{ count: number; since: Date } | null> {
  const row = await db
    .selectFrom('mail')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('queued_at').as('since')])
    .where('sent_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .where('queued_at', '<', new Date(now().getTime() - 5 * minute))
    .executeTakeFirstOrThrow();
  return row.since ? { count: Number(row.n), since: row.since } : null;
}

/** Mails of which nobody knows whether they arrived: given to the server some minutes ago, without its answer. */
export async function countUncertainMail(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sent_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('handed_over_at', '<', new Date(now().getTime() - 15 * minute))
    .executeTakeFirstOrThrow();
  return Number(n);
}
