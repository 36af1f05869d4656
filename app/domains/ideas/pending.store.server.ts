import { z } from 'zod';
import type { Db } from '#app/platform/db/db.server.ts';

const KeptFields = z.record(z.string(), z.string());

/** Keeps what a browser typed; the last one stands. */
export async function upsertPending(
  db: Db,
  deviceKey: string,
  fields: Record<string, string>,
  at: Date,
): Promise<void> {
  const json = JSON.stringify(fields);
  await db
    .insertInto('pending_idea')
    .values({ device_key: deviceKey, fields: json, created_at: at })
    .onConflict((oc) => oc.column('device_key').doUpdateSet({ fields: json, created_at: at }))
    .execute();
}

export async function selectPending(
  db: Db,
  deviceKey: string,
): Promise<Record<string, string> | null> {
  const row = await db
    .selectFrom('pending_idea')
    .select('fields')
    .where('device_key', '=', deviceKey)
    .executeTakeFirst();
  return row ? KeptFields.parse(row.fields) : null;
}

export async function deletePending(db: Db, deviceKey: string): Promise<void> {
  await db.deleteFrom('pending_idea').where('device_key', '=', deviceKey).execute();
}

export async function deletePendingBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('pending_idea').where('created_at', '<', before).execute();
}
