import type { Db } from '#app/platform/db/db.server.ts';

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
