import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { LinkPurpose } from './types.ts';

export type StoredLink = {
  personId: string;
  purpose: LinkPurpose;
  newEmail: string | null;
  returnTo: string | null;
};

const asLink = (row: {
  person_id: string;
  purpose: LinkPurpose;
  new_email: string | null;
  return_to: string | null;
}): StoredLink => ({
  personId: row.person_id,
  purpose: row.purpose,
  newEmail: row.new_email,
  returnTo: row.return_to,
});
const columns = ['person_id', 'purpose', 'new_email', 'return_to'] as const;

export async function insertLink(
  tx: Tx,
  link: StoredLink & { key: string; at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('email_token')
    .values({
      id: link.key,
      person_id: link.personId,
      purpose: link.purpose,
      new_email: link.newEmail,
      return_to: link.returnTo,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link with this key, if it still works. */
export async function selectLink(db: Db, key: string, at: Date): Promise<StoredLink | null> {
  const row = await db
    .selectFrom('email_token')
    .select(columns)
    .where('id', '=', key)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row ? asLink(row) : null;
}

/** Ends every link that a person still has. */
export async function deleteLinksOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('email_token').where('person_id', '=', personId).execute();
}

export async function deleteExpiredLinks(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('email_token').where('expires_at', '<', at).execute();
}
