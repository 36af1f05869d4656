import { z } from 'zod';
import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, invalid } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { annul } from './annul-walk-in.server.ts';
import { arrive, takeBack } from './check-in.server.ts';
import {
  AnnulRecord,
  ArrivalRecord,
  SentRecord,
  IdeaRecord,
  NoteRecord,
  UndoRecord,
  WalkIn,
  type SentRecordInput,
} from './schema.ts';
import { countMeeting, insertNote, selectDoorList, selectOpenDuplicates } from './store.server.ts';
import { touchDevice } from './device.store.server.ts';
import { countRecords } from './record.store.server.ts';
import type { RecordAnswer, SyncReply } from './types.ts';
import { commitmentOf } from '#app/domains/meetings/chosen-commitment.ts';
import { findMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { writeRegistration } from '#app/domains/registration/register-person.server.ts';
import { findRegistration } from '#app/domains/registration/list-registrations.server.ts';
import { freePlaceFor } from '#app/domains/registration/place.rules.ts';
import { writeLater } from '#app/domains/registration/declare-later.server.ts';
import { AnsweredLater } from '#app/domains/registration/own-act-form.ts';
import { mayAnswerLater, mayRegister } from '#app/domains/registration/rules.ts';
import { keepTableIdea } from './keep-table-idea.server.ts';
import { openDevice, plainly, readPayload, takeRecord, type Kept } from './take-record.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** The id of what else cannot be read, so that its device knows which one it was. */
const Named = z.object({ id: z.string() });

/**
 * Takes what a device at a door wrote down, in its order. Every record has a transaction of its own
 * and is remembered by its id, so that the same batch may come any number of times, from a device
 * whose answer was lost or that is two browsers. What is refused is said with its reason and
 * remembered too; what failed here is asked for again.
 */
export async function receiveRecords(
  actor: Actor,
  meetingId: string | undefined,
  deviceId: string,
  records: unknown[],
  options: { list?: boolean } = {},
): Promise<SyncReply> {
  const meeting = await inTransaction(async (tx) => {
    const opened = await openDevice(tx, actor, meetingId, deviceId);
    await touchDevice(tx, opened.device.id, now());
    return opened.meeting;
  });
  const answers: RecordAnswer[] = [];
  /** Registrations that could not be kept this time: what follows from them waits as well. */
  const waiting = new Set<string>();
  for (const given of records) {
    const answer = await receiveOne(actor, meeting.id, deviceId, given, waiting);
    if (answer.estado === 'reintentar') waiting.add(answer.id);
    answers.push(answer);
  }
  return await replyOf(
    meeting.id,
    deviceId,
    answers,
    options.list ? await takeList(actor, meeting.id, deviceId) : null,
  );
}

/** The answers with what the server counts by now. */
export async function replyOf(
  meetingId: string,
  deviceId: string,
  respuestas: RecordAnswer[],
  lista: SyncReply['lista'],
): Promise<SyncReply> {
  const db = getDb();
  const meeting = certain(await findMeeting(db, meetingId));
  return {
    respuestas,
    recibidos: await countRecords(db, deviceId),
    encuentro: await countMeeting(db, meeting.id),
    lista,
    cerrado: meeting.closedAt !== null,
  };
}

/** The day's list as it is now, unless the meeting was closed meanwhile; each reading leaves an audit row. */
async function takeList(actor: Actor, meetingId: string, deviceId: string) {
  return await inTransaction(async (tx) => {
    const { meeting } = await openDevice(tx, actor, meetingId, deviceId);
    if (!canSeeRoster(actor, meeting).allowed) return null;
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { how: 'device', deviceId },
    });
    return await selectDoorList(tx, meeting.id);
  });
}

async function receiveOne(
  actor: Actor,
  meetingId: string,
  deviceId: string,
  given: unknown,
  waiting: ReadonlySet<string>,
): Promise<RecordAnswer> {
  const shape = SentRecord.safeParse(given);
  if (!shape.success) {
    const named = Named.safeParse(given);
    return {
      id: named.success ? named.data.id.slice(0, 60) : '',
      estado: 'rechazado',
      razones: ['record_unreadable'],
      con: [],
    };
  }
  const record = shape.data;
  if (needs(record).some((id) => waiting.has(id)))
    return { id: record.id, estado: 'reintentar', razones: [], con: [] };
  return await takeRecord(
    actor,
    meetingId,
    deviceId,
    record,
    async (tx, meeting, at) => await keep(tx, actor, meeting, record, at),
  );
}

/** Records without which this one means nothing. */
function needs(record: SentRecordInput): string[] {
  const { inscripcion, llegada, quienes } = record.payload;
  const owners: unknown[] = Array.isArray(quienes) ? quienes : [];
  return [inscripcion, llegada, ...owners].filter((id) => typeof id === 'string');
}

async function keep(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  switch (record.kind) {
    case 'inscripcion':
      return await keepWalkIn(tx, actor, meeting, record, at);
    case 'llegada':
      return await keepArrival(tx, actor, meeting, record, at);
    case 'deshacer':
      await takeBack(tx, actor, meeting, readPayload(UndoRecord, record.payload));
      return plainly;
    case 'anular': {
      const { registrationId } = readPayload(AnnulRecord, record.payload);
      return (await annul(tx, actor, meeting, { registrationId, at }))
        ? plainly
        : { ...plainly, state: 'ya_estaba' };
    }
    case 'respuestas':
      return await keepAnswers(tx, actor, meeting, record, at);
    case 'idea':
      return await keepIdea(tx, actor, meeting, record, at);
    case 'nota':
      return await keepNote(tx, actor, meeting, record, at);
    case 'foto':
      // Its bytes are missing: they come with it, in a message of its own (`receive-photo`).
      throw invalid('record_unreadable');
  }
}

async function keepArrival(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  const { registrationId } = readPayload(ArrivalRecord, record.payload);
  const arrival = { id: record.id, registrationId, at };
  const { already, reasons } = await arrive(tx, actor, meeting, arrival);
  if (already) return { state: 'ya_estaba', reasons, others: [] };
  return reasons.length > 0 ? { state: 'conflicto', reasons, others: [] } : plainly;
}

/**
 * What somebody who came without having registered answered about themselves on the screen that was
 * handed to them. Of who registered otherwise nobody at a door says anything.
 */
async function keepAnswers(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  const { registrationId } = readPayload(ArrivalRecord, record.payload);
  const said = { cuida: [], ...record.payload, accion: 'responder' };
  const { later } = readPayload(AnsweredLater, said);
  const found = await findRegistration(tx, registrationId);
  if (found?.meetingId !== meeting.id) throw conflict('registration_unknown');
  if (found.channel !== 'puerta') throw conflict('answers_not_walk_in');
  authorize(mayAnswerLater(meeting, found, now()));
  const about = { registrationId, meetingId: meeting.id, channel: found.channel };
  await writeLater(tx, actor, about, { input: later, at, recordedBy: actor.personId });
  return plainly;
}

async function keepIdea(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  const { commitment, ...idea } = readPayload(IdeaRecord, record.payload);
  const known = await keepTableIdea(tx, {
    ...idea,
    id: record.id,
    meetingId: meeting.id,
    commitmentId: commitmentOf(meeting, commitment),
    at,
    capturedBy: actor.personId,
  });
  await recordAudit(tx, actor, {
    action: 'door.idea-captured',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    data: { tableIdeaId: record.id },
  });
  // Their registration was refused, or is another meeting's: a person looks at it, and the idea stays.
  return known < idea.owners.length
    ? { state: 'conflicto', reasons: ['owner_unknown'], others: [] }
    : plainly;
}

async function keepNote(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  const { body } = readPayload(NoteRecord, record.payload);
  await insertNote(tx, {
    id: record.id,
    meetingId: meeting.id,
    body,
    at,
    writtenBy: actor.personId,
  });
  await recordAudit(tx, actor, {
    action: 'door.note-written',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    data: { noteId: record.id },
  });
  return plainly;
}

/**
 * Somebody who came without being registered is let in, also when every place is taken: a person at
 * the door decided it.
 */
async function keepWalkIn(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: SentRecordInput,
  at: Date,
): Promise<Kept> {
  const input = readPayload(WalkIn, record.payload);
  authorize(mayRegister(meeting, now(), 'puerta'));
  if (await findRegistration(tx, record.id)) throw conflict('record_foreign');
  const isFull = freePlaceFor(meeting, 'puerta') === null;
  await writeRegistration(tx, actor, meeting, input, {
    channel: 'puerta',
    locale: 'es',
    id: record.id,
    consentAt: at,
    overCapacity: true,
  });
  const others = await selectOpenDuplicates(tx, record.id);
  const reasons = [
    ...(isFull ? ['over_capacity'] : []),
    ...(others.length > 0 ? ['same_person'] : []),
  ];
  return { state: reasons.length > 0 ? 'conflicto' : 'guardado', reasons, others };
}
