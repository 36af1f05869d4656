import type { z } from 'zod';
import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { forbidden, isAppError, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, isAway, type Tx } from '#app/platform/db/db.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { log } from '#app/platform/log/log.server.ts';
import { recordMoment, readOutcome, writeOutcome } from './rules.ts';
import type { SentRecordInput } from './schema.ts';
import { selectOpenDuplicates } from './store.server.ts';
import { selectDevice, touchDevice, type Device } from './device.store.server.ts';
import { insertRecord, selectRecord } from './record.store.server.ts';
import type { RecordAnswer } from './types.ts';
import { canSendRecords } from './policy.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** What became of a record that was kept. */
export type Kept = {
  state: 'guardado' | 'ya_estaba' | 'conflicto';
  reasons: string[];
  others: string[];
};
export const plainly: Kept = { state: 'guardado', reasons: [], others: [] };

/** The meeting, held, and one of its devices that is still trusted. */
export async function openDevice(
  tx: Tx,
  who: Actor,
  meetingId: string | undefined,
  deviceId: string,
): Promise<{ meeting: Meeting; device: Device }> {
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canSendRecords(who, meeting));
  const device = isId(deviceId) ? await selectDevice(tx, deviceId, meeting.id) : null;
  if (!device) throw notFound('page_not_found');
  if (device.revokedAt) throw forbidden('device_revoked');
  return { meeting, device };
}

/**
 * Takes one record of a device in a transaction of its own: a known one is answered as before, a bad
 * one is refused with its reason and remembered, one that failed here is asked for again.
 */
export async function takeRecord(
  who: Actor,
  meetingId: string,
  deviceId: string,
  record: SentRecordInput,
  keep: (tx: Tx, meeting: Meeting, at: Date) => Promise<Kept>,
): Promise<RecordAnswer> {
  const answer = (
    estado: RecordAnswer['estado'],
    razones: string[] = [],
    con: string[] = [],
  ): RecordAnswer => ({ id: record.id, estado, razones, con });
  try {
    return await inTransaction(async (tx) => {
      const { meeting, device } = await openDevice(tx, who, meetingId, deviceId);
      const known = await selectRecord(tx, record.id);
      if (known && known.meetingId !== meeting.id) return answer('rechazado', ['record_foreign']);
      if (known) {
        const { estado, razones } = readOutcome(known.outcome);
        return answer(
          estado,
          razones,
          razones.includes('same_person') ? await selectOpenDuplicates(tx, record.id) : [],
        );
      }
      const kept = await keep(tx, meeting, recordMoment(record.madeAt, device, now()));
      await remember(tx, meeting, device, record, writeOutcome(kept.state, kept.reasons));
      return answer(kept.state, kept.reasons, kept.others);
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) {
      log.error(
        { err: error, recordId: record.id, kind: record.kind },
        'record of a device failed',
      );
      return answer('reintentar');
    }
    return await refuse(who, meetingId, deviceId, record, reason);
  }
}

async function remember(
  tx: Tx,
  meeting: Meeting,
  device: Device,
  record: SentRecordInput,
  outcome: string,
): Promise<void> {
  await insertRecord(tx, {
    id: record.id,
    meetingId: meeting.id,
    deviceId: device.id,
    kind: record.kind,
    outcome,
    madeAt: record.madeAt,
    at: now(),
    replaces: record.replaces,
  });
}

/** Remembers a refusal: the same record is refused the same way, and the device's count holds. */
async function refuse(
  who: Actor,
  meetingId: string,
  deviceId: string,
  record: SentRecordInput,
  reason: string,
): Promise<RecordAnswer> {
  return await inTransaction(async (tx) => {
    const { meeting, device } = await openDevice(tx, who, meetingId, deviceId);
    const known = await selectRecord(tx, record.id);
    if (known) return { id: record.id, ...readOutcome(known.outcome), con: [] };
    await remember(tx, meeting, device, record, writeOutcome('rechazado', [reason]));
    return { id: record.id, estado: 'rechazado', razones: [reason], con: [] };
  });
}

/**
 * Why a record can never be kept; null when it may be tried again. What concerns the device or the
 * database, and not the record, ends the whole batch.
 */
function refusalOf(error: unknown): string | null {
  if (error instanceof FormErrors)
    return Object.values(error.errors)[0]?.[0]?.split('|')[0] ?? 'record_unreadable';
  if (isAway(error)) throw error;
  if (!isAppError(error)) return null;
  if (error.kind === 'forbidden' || error.reason === 'page_not_found') throw error;
  return error.reason;
}

/** Reads what a record says by the schema of its kind. */
export function readPayload<S extends z.ZodType>(schema: S, payload: unknown): z.output<S> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? '';
  throw new FormErrors({
    payload: [/^[a-z_]+(\||$)/.test(message) ? message : 'record_unreadable'],
  });
}

/** Notes that a device was heard, and says whether a record of its was kept or refused before. */
export async function hearDevice(
  who: Actor,
  meetingId: string | undefined,
  deviceId: string,
  recordId: string,
): Promise<{ meeting: Meeting; isKnown: boolean }> {
  return await inTransaction(async (tx) => {
    const { meeting, device } = await openDevice(tx, who, meetingId, deviceId);
    await touchDevice(tx, device.id, now());
    return { meeting, isKnown: (await selectRecord(tx, recordId)) !== null };
  });
}
