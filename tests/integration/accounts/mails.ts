import pg from 'pg';
import type { Db } from '#app/platform/db/db.server.ts';
import {
  mailOwnRequestedLink,
  mailRequestedLink,
} from '#app/domains/accounts/request-link.server.ts';
import { asWorker, type TestDatabase } from '#tests/integration/database.ts';

/**
 * Does what the worker does for links that were asked for, each twice, as after a death; and empties
 * that queue.
 */
export async function mailLinks(database: TestDatabase): Promise<void> {
  const queue = new pg.Client({ connectionString: database.url('owner') });
  await queue.connect();
  const { rows } = await queue.query<{ id: string; name: string; data: never }>(
    `delete from pgboss.job
    where name in ('accounts.mail-link', 'accounts.mail-own-link')
    returning id, name, data`,
  );
  await queue.end();
  await asWorker(database, async () => {
    for (const { id, name, data } of [...rows, ...rows])
      await (name === 'accounts.mail-link'
        ? mailRequestedLink(data, id)
        : mailOwnRequestedLink(data, id));
  });
}

/** The mails an address got, oldest first. */
export async function mailsTo(
  db: Db,
  address: string,
): Promise<{ subject: string; body: string; links: string[] }[]> {
  return await db
    .selectFrom('mail')
    .select(['subject', 'body', 'links'])
    .where('recipient', '=', address)
    .orderBy('queued_at')
    .orderBy('id')
    .execute();
}

/** The token of the link in the last mail to an address. */
export async function lastToken(db: Db, address: string): Promise<string> {
  const mails = await mailsTo(db, address);
  const link = mails.at(-1)?.links.find((url) => url.includes('/enlace/'));
  if (!link) throw new Error(`no link was mailed to ${address}`);
  return link.split('/enlace/')[1]!;
}
