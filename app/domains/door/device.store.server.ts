import type { Db, Tx } from '#app/platform/db/db.server.ts';

export type Device = {
  id: string;
  meetingId: string;
  personId: string;
  name: string;
  createdAt: Date;
  lastSeenAt: Date;
  revokedAt: Date | null;
};

const deviceColumns = [
  'id',
  'meeting_id as meetingId',
  'person_id as personId',
  'name',
  'created_at as createdAt',
  'last_seen_at as lastSeenAt',
  'revoked_at as revokedAt',
] as const;

export async function insertDevice(
  tx: Tx,
  device: { id: string; meetingId: string; personId: string; name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('door_device')
    .values({
      id: device.id,
      meeting_id: device.meetingId,
      person_id: device.personId,
      name: device.name,
      created_at: device.at,
      last_seen_at: device.at,
    })
    .execute();
}

/** A device of this meeting; another meeting's is unknown. */
export async function selectDevice(db: Db, id: string, meetingId: string): Promise<Device | null> {
  return (
    (await db
      .selectFrom('door_device')
      .select(deviceColumns)
      .where('id', '=', id)
      .where('meeting_id', '=', meetingId)
      .executeTakeFirst()) ?? null
  );
}

export async function selectDevices(db: Db, meetingId: string): Promise<Device[]> {
  return await db
    .selectFrom('door_device')
    .select(deviceColumns)
    .where('meeting_id', '=', meetingId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function touchDevice(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('door_device').set({ last_seen_at: at }).where('id', '=', id).execute();
}

/** False when it was revoked before. */
export async function markRevoked(tx: Tx, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('door_device')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
