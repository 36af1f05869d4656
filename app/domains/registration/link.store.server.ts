import type { Tx } from '#app/platform/db/db.server.ts';

export async function insertPersonalLink(
  tx: Tx,
  link: { key: string; registrationId: string; at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('registration_link')
    .values({
      id: link.key,
      registration_id: link.registrationId,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Uses a link once; null when it is unknown, used or over. */
export async function spendPersonalLink(tx: Tx, key: string, at: Date): Promise<string | null> {
  const row = await tx
    .updateTable('registration_link')
    .set({ used_at: at })
    .where('id', '=', key)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('registration_id')
    .executeTakeFirst();
  return row?.registration_id ?? null;
}

export async function deleteOldLinks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('registration_link').where('expires_at', '<', before).execute();
}
