import type { z } from 'zod';
import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/decision.ts';
import { AppError, forbidden, isAppError, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, isAway, type Tx } from '#app/platform/db/db.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { log } from '#app/platform/log/log.server.ts';
import { arrive, takeBack } from './check-in.server.ts';
import { recordMoment, readOutcome, writeOutcome } from './desk.rules.ts';
import { ArrivalRecord, DeskRecord, IdeaRecord, NoteRecord, UndoRecord, WalkIn, type DeskRecordInput } from './desk.schema.ts';
import { countMeeting, countRecords, insertNote, insertRecord, insertTableIdea, selectDevice, selectDoorList, selectOpenDuplicates, selectRecord, touchDevice, type Device } from './desk.store.server.ts';
import type { RecordAnswer, SyncReply } from './desk.types.ts';
import { selectMeeting } from './meeting.store.server.ts';
import { canSeeRoster, canSendRecords } from './policy.ts';
import { holdMeeting } from './read-meeting.server.ts';
import { writeRegistration } from './register-person.server.ts';
import { selectRegistration } from './registration.store.server.ts';
import { placesFor, registrationDecision } from './rules.ts';
import type { Meeting } from './types.ts';

type Kept = { state: 'guardado' | 'ya_estaba' | 'conflicto'; reasons: string[]; others: string[] };
const plainly: Kept = { state: 'guardado', reasons: [], others: [] };

/**
 * Takes what a device at a door wrote down, in its order. Every record has a transaction of its own and is remembered
 * by its id, so that the same batch may come any number of times, from a device whose answer was lost or that is two
 * browsers. What is refused is said with its reason and remembered too; what failed here is asked for again.
 */
export async function receiveRecords(actor: Actor, meetingId: string | undefined, deviceId: string, records: unknown[], options: { list?: boolean } = {}): Promise<SyncReply> {
  await inTransaction(async (tx) => {
    const { device } = await openDevice(tx, actor, meetingId, deviceId);
    await touchDevice(tx, device.id, now());
  });
  const answers: RecordAnswer[] = [];
  /** Registrations that could not be kept this time: what follows from them waits as well. */
  const waiting = new Set<string>();
  for (const given of records) {
    const answer = await receiveOne(actor, meetingId!, deviceId, given, waiting);
    if (answer.estado === 'reintentar') waiting.add(answer.id);
    answers.push(answer);
  }
  const db = getDb();
  const meeting = (await selectMeeting(db, meetingId!))!;
  return { respuestas: answers, recibidos: await countRecords(db, deviceId), encuentro: await countMeeting(db, meeting.id), lista: options.list ? await readList(actor, meeting.id, deviceId) : null, cerrado: meeting.closedAt !== null };
}

/** The meeting, held, and one of its devices that is still trusted. */
async function openDevice(tx: Tx, actor: Actor, meetingId: string | undefined, deviceId: string): Promise<{ meeting: Meeting; device: Device }> {
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canSendRecords(actor, meeting));
  const device = isId(deviceId) ? await selectDevice(tx, deviceId, meeting.id) : null;
  if (!device) throw notFound('page_not_found');
  if (device.revokedAt) throw forbidden('device_revoked');
  return { meeting, device };
}

/** The day's list as it is now, unless the meeting was closed meanwhile; each reading leaves an audit row. */
async function readList(actor: Actor, meetingId: string, deviceId: string) {
  return await inTransaction(async (tx) => {
    const { meeting } = await openDevice(tx, actor, meetingId, deviceId);
    if (!canSeeRoster(actor, meeting).allowed) return null;
    await recordAudit(tx, actor, { action: 'workshops.roster-read', subjectKind: 'meeting', subjectId: meeting.id, data: { how: 'device', deviceId } });
    return await selectDoorList(tx, meeting.id);
  });
}

async function receiveOne(actor: Actor, meetingId: string, deviceId: string, given: unknown, waiting: ReadonlySet<string>): Promise<RecordAnswer> {
  const shape = DeskRecord.safeParse(given);
  if (!shape.success) {
    const id = (given as { id?: unknown } | null)?.id;
    return { id: typeof id === 'string' ? id.slice(0, 60) : '', estado: 'rechazado', razones: ['record_unreadable'], con: [] };
  }
  const record = shape.data;
  const answer = (estado: RecordAnswer['estado'], razones: string[] = [], con: string[] = []): RecordAnswer => ({ id: record.id, estado, razones, con });
  if (needs(record).some((id) => waiting.has(id))) return answer('reintentar');
  try {
    return await inTransaction(async (tx) => {
      const { meeting, device } = await openDevice(tx, actor, meetingId, deviceId);
      const known = await selectRecord(tx, record.id);
      if (known && known.meetingId !== meeting.id) return answer('rechazado', ['record_foreign']);
      if (known) {
        const { estado, razones } = readOutcome(known.outcome);
        return answer(estado, razones, razones.includes('same_person') ? await selectOpenDuplicates(tx, record.id) : []);
      }
      const kept = await keep(tx, actor, meeting, device, record);
      await insertRecord(tx, { id: record.id, meetingId: meeting.id, deviceId: device.id, kind: record.kind, outcome: writeOutcome(kept.state, kept.reasons), madeAt: record.made_at, at: now() });
      return answer(kept.state, kept.reasons, kept.others);
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) {
      log.error({ err: error, recordId: record.id, kind: record.kind }, 'record of a device failed');
      return answer('reintentar');
    }
    return await refuse(actor, meetingId, deviceId, record, reason);
  }
}

/** Remembers a refusal: the same record is refused the same way, and the device's count holds. */
async function refuse(actor: Actor, meetingId: string, deviceId: string, record: DeskRecordInput, reason: string): Promise<RecordAnswer> {
  return await inTransaction(async (tx) => {
    const { meeting, device } = await openDevice(tx, actor, meetingId, deviceId);
    const known = await selectRecord(tx, record.id);
    if (known) return { id: record.id, ...readOutcome(known.outcome), con: [] };
    await insertRecord(tx, { id: record.id, meetingId: meeting.id, deviceId: device.id, kind: record.kind, outcome: writeOutcome('rechazado', [reason]), madeAt: record.made_at, at: now() });
    return { id: record.id, estado: 'rechazado', razones: [reason], con: [] };
  });
}

/**
 * Why a record can never be kept; null when it may be tried again. What concerns the device or the database, and not
 * the record, ends the whole batch.
 */
function refusalOf(error: unknown): string | null {
  if (error instanceof FormErrors) return Object.values(error.errors)[0]?.[0]?.split('|')[0] ?? 'record_unreadable';
  if (isAway(error)) throw error;
  if (!isAppError(error)) return null;
  if ((error as AppError).kind === 'forbidden' || (error as AppError).reason === 'page_not_found') throw error;
  return (error as AppError).reason;
}

/** Records without which this one means nothing. */
function needs(record: DeskRecordInput): string[] {
  const { inscripcion, llegada, quienes } = record.payload;
  return [inscripcion, llegada, ...(Array.isArray(quienes) ? (quienes as unknown[]) : [])].filter((id): id is string => typeof id === 'string');
}

function read<S extends z.ZodType>(schema: S, payload: unknown): z.output<S> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? '';
  throw new FormErrors({ payload: [/^[a-z_]+(\||$)/.test(message) ? message : 'record_unreadable'] });
}

async function keep(tx: Tx, actor: Actor, meeting: Meeting, device: Device, record: DeskRecordInput): Promise<Kept> {
  const at = recordMoment(record.made_at, device, now());
  switch (record.kind) {
    case 'inscripcion':
      return await keepWalkIn(tx, actor, meeting, record, at);
    case 'llegada': {
      const { inscripcion } = read(ArrivalRecord, record.payload);
      const { already, reasons } = await arrive(tx, actor, meeting, { id: record.id, registrationId: inscripcion, at });
      if (already) return { state: 'ya_estaba', reasons, others: [] };
      return reasons.length > 0 ? { state: 'conflicto', reasons, others: [] } : plainly;
    }
    case 'deshacer': {
      const { inscripcion, llegada } = read(UndoRecord, record.payload);
      await takeBack(tx, actor, meeting, { registrationId: inscripcion, id: llegada });
      return plainly;
    }
    case 'idea': {
      const idea = read(IdeaRecord, record.payload);
      await insertTableIdea(tx, { id: record.id, meetingId: meeting.id, table: idea.mesa ?? '', title: idea.titulo, description: idea.descripcion ?? '', agreeing: idea.apoyan, owners: idea.quienes, at, capturedBy: actor.personId });
      await recordAudit(tx, actor, { action: 'workshops.idea-captured', subjectKind: 'meeting', subjectId: meeting.id, data: { tableIdeaId: record.id } });
      return plainly;
    }
    case 'nota': {
      const { texto } = read(NoteRecord, record.payload);
      await insertNote(tx, { id: record.id, meetingId: meeting.id, body: texto, at, writtenBy: actor.personId });
      await recordAudit(tx, actor, { action: 'workshops.note-written', subjectKind: 'meeting', subjectId: meeting.id, data: { noteId: record.id } });
      return plainly;
    }
  }
}

/** Somebody who came without being registered is let in, also when every place is taken: a person at the door decided it. */
async function keepWalkIn(tx: Tx, actor: Actor, meeting: Meeting, record: DeskRecordInput, at: Date): Promise<Kept> {
  const input = read(WalkIn, record.payload);
  authorize(registrationDecision(meeting, now(), 'puerta'));
  if (await selectRegistration(tx, { id: record.id })) throw new AppError('conflict', 'record_foreign');
  const isFull = placesFor(meeting, 'puerta') === 0;
  await writeRegistration(tx, actor, meeting, input, { channel: 'puerta', locale: 'es', id: record.id, consentAt: at, overCapacity: true });
  const others = await selectOpenDuplicates(tx, record.id);
  const reasons = [...(isFull ? ['over_capacity'] : []), ...(others.length > 0 ? ['same_person'] : [])];
  return { state: reasons.length > 0 ? 'conflicto' : 'guardado', reasons, others };
}
