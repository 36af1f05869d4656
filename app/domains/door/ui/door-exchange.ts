import { nextBatch, nextPhoto, type DoorRecord } from '../device.rules.ts';
import type { SyncReply } from '../types.ts';
import { postDoor, postPhoto } from './door-post.ts';

/** A record as it is sent. */
const sentForm = ({ id, kind, madeAt, payload, replaces }: DoorRecord) => ({
  id,
  kind,
  made_at: madeAt,
  payload,
  ...(replaces ? { reemplaza: replaces } : {}),
});

/** What of the records goes next: some of them, or one photo when nothing else waits, or nothing. */
export function nextToSend(records: readonly DoorRecord[]): {
  batch: DoorRecord[];
  photo: DoorRecord | undefined;
} {
  const batch = nextBatch(records);
  return { batch, photo: batch.length === 0 ? nextPhoto(records) : undefined };
}

/**
 * Sends a batch, which may be empty. The list comes with the last one: what it says is then what all
 * records have made of it.
 */
export async function sendBatch(
  meetingId: string,
  deviceId: string,
  batch: DoorRecord[],
  list: { records: readonly DoorRecord[]; isWanted: boolean },
): Promise<SyncReply> {
  const waiting = list.records.filter(
    (record) => record.state === 'pendiente' && record.kind !== 'foto',
  );
  const isLast = batch.length === waiting.length;
  return await postDoor<SyncReply>(meetingId, {
    accion: 'enviar',
    equipo: deviceId,
    registros: batch.map(sentForm),
    lista: isLast && (list.isWanted || batch.length > 0),
  });
}

/**
 * Sends one photo. One whose picture is gone is sent empty: the server refuses it with its reason,
 * and a person sees that.
 */
export async function sendPhoto(
  meetingId: string,
  deviceId: string,
  photo: DoorRecord,
  bytes: Uint8Array<ArrayBuffer> | null,
): Promise<SyncReply> {
  return await postPhoto<SyncReply>(
    meetingId,
    { equipo: deviceId, registro: sentForm(photo) },
    bytes ?? new Uint8Array(0),
  );
}
