import { sql } from 'kysely';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Mails about something that were not given to a mail server go to another address; those that hold
 * `dropping`, and all where there is no address, are not sent any more. The worker alone may.
 */
export async function readdressMail(
  tx: Tx,
  aboutId: string,
  { to, dropping }: { to: string | null; dropping: string },
): Promise<{ moved: number; dropped: number }> {
  const waiting = sql`
    about_id = ${aboutId}::uuid
    and sent_at is null
    and handed_over_at is null
    and refused_at is null
    and recipient is distinct from ${to}
  `;
  const dropped = await sql`
    delete from mail
    where ${waiting} and (${to}::text is null or position(${dropping} in body) > 0)
  `.execute(tx);
  const moved = await sql`update mail set recipient = ${to} where ${waiting}`.execute(tx);
  return {
    moved: Number(moved.numAffectedRows ?? 0),
    dropped: Number(dropped.numAffectedRows ?? 0),
  };
}
