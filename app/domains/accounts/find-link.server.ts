import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { linkKey } from './mail-person.server.ts';
import { selectLink } from './token.store.server.ts';
import type { LinkPurpose } from './types.ts';

/** What a mailed link is for, without spending it (scanners of mail fetch links); `null` when it no longer works. */
export async function findLink(db: Db, token: string): Promise<{ purpose: LinkPurpose } | null> {
  const link = await selectLink(db, linkKey(token), now());
  return link && { purpose: link.purpose };
}
