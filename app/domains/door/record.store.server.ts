import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { countsByKind, type DeviceCounts, type RecordKind } from './types.ts';

export async function selectRecord(
  tx: Tx,
  id: string,
): Promise<{ meetingId: string; outcome: string } | null> {
  return (
    (await tx
      .selectFrom('door_record')
      .select(['meeting_id as meetingId', 'outcome'])
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

export async function insertRecord(
  tx: Tx,
  record: {
    id: string;
    meetingId: string;
    deviceId: string;
    kind: RecordKind;
    outcome: string;
    madeAt: Date;
    at: Date;
    replaces: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('door_record')
    .values({
      id: record.id,
      meeting_id: record.meetingId,
      device_id: record.deviceId,
      kind: record.kind,
      outcome: record.outcome,
      made_at: record.madeAt,
      received_at: record.at,
      replaces: record.replaces,
    })
    .execute();
}

/** How many records of each kind came from a device, the refused ones too: each was heard. */
export async function countRecords(db: Db, deviceId: string): Promise<DeviceCounts> {
  const rows = await db
    .selectFrom('door_record')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
    .where('device_id', '=', deviceId)
    .groupBy('kind')
    .execute();
  return countsByKind((kind) => Number(rows.find((row) => row.kind === kind)?.n ?? 0));
}
