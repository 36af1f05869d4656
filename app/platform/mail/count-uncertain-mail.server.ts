import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';

const minute = 60_000;

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
