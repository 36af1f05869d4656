import type { Actor } from '#app/kernel/actor.ts';
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
  DeskRecord,
  IdeaRecord,
  NoteRecord,
  UndoRecord,
  WalkIn,
  type DeskRecordInput,
} from './schema.ts';
import {
  countMeeting,
  countRecords,
  insertNote,
  insertTableIdea,
  selectDoorList,
  selectOpenDuplicates,
  touchDevice,
} from './store.server.ts';
import type { RecordAnswer, SyncReply } from './types.ts';
import { commitmentOf } from '#app/domains/meetings/chosen-commitment.ts';
import { findMeeting } from '#app/domains/meetings/read-meeting.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { writeRegistration } from '#app/domains/registration/register-person.server.ts';
import { findRegistration } from '#app/domains/registration/list-registrations.server.ts';
import { placesFor, mayRegister } from '#app/domains/registration/rules.ts';
import { openDevice, plainly, readPayload, takeRecord, type Kept } from './take-record.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/**
 * Takes what a device at a door wrote down, in its order. Every record has a transaction of its own and is remembered
 * by its id, so that the same batch may come any number of times, from a device whose answer was lost or that is two
 * browsers. What is refused is said with its reason and remembered too; what failed here is asked for again.
 */
export async function receiveRecords(
  actor: Actor,
  meetingId: string | undefined,
  deviceId: string,
  records: unknown[],
  options: { list?: boolean } = {},
): Promise<SyncReply> {
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
  return await replyOf(
    meetingId!,
    deviceId,
    answers,
    options.list ? await readList(actor, meetingId!, deviceId) : null,
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
  const meeting = (await findMeeting(db, meetingId))!;
  return {
    respuestas,
    recibidos: await countRecords(db, deviceId),
    encuentro: await countMeeting(db, meeting.id),
    lista,
    cerrado: meeting.closedAt !== null,
  };
}

/** The day's list as it is now, unless the meeting was closed meanwhile; each reading leaves an audit row. */
async function readList(actor: Actor, meetingId: string, deviceId: string) {
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
  const shape = DeskRecord.safeParse(given);
  if (!shape.success) {
    const id = (given as { id?: unknown } | null)?.id;
    return {
      id: typeof id === 'string' ? id.slice(0, 60) : '',
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
function needs(record: DeskRecordInput): string[] {
  const { inscripcion, llegada, quienes } = record.payload;
  return [inscripcion, llegada, ...(Array.isArray(quienes) ? (quienes as unknown[]) : [])].filter(
    (id): id is string => typeof id === 'string',
  );
}

async function keep(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: DeskRecordInput,
  at: Date,
): Promise<Kept> {
  switch (record.kind) {
    case 'inscripcion':
      return await keepWalkIn(tx, actor, meeting, record, at);
    case 'llegada': {
      const { inscripcion } = readPayload(ArrivalRecord, record.payload);
      const { already, reasons } = await arrive(tx, actor, meeting, {
        id: record.id,
        registrationId: inscripcion,
        at,
      });
      if (already) return { state: 'ya_estaba', reasons, others: [] };
      return reasons.length > 0 ? { state: 'conflicto', reasons, others: [] } : plainly;
    }
    case 'deshacer': {
      const { inscripcion, llegada } = readPayload(UndoRecord, record.payload);
      await takeBack(tx, actor, meeting, { registrationId: inscripcion, id: llegada });
      return plainly;
    }
    case 'anular': {
      const { inscripcion } = readPayload(AnnulRecord, record.payload);
      return (await annul(tx, actor, meeting, { registrationId: inscripcion, at }))
        ? plainly
        : { ...plainly, state: 'ya_estaba' };
    }
    case 'idea': {
      const idea = readPayload(IdeaRecord, record.payload);
      const commitmentId = commitmentOf(meeting, idea.compromiso);
      const owners = [...new Set(idea.quienes)];
      const known = await insertTableIdea(tx, {
        id: record.id,
        meetingId: meeting.id,
        table: idea.mesa ?? '',
        commitmentId,
        title: idea.titulo,
        description: idea.descripcion ?? '',
        agreeing: idea.apoyan,
        owners,
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
      return known < owners.length
        ? { state: 'conflicto', reasons: ['owner_unknown'], others: [] }
        : plainly;
    }
    case 'nota': {
      const { texto } = readPayload(NoteRecord, record.payload);
      await insertNote(tx, {
        id: record.id,
        meetingId: meeting.id,
        body: texto,
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
    case 'foto':
      // Its bytes are missing: they come with it, in a message of its own (`receive-photo`).
      throw invalid('record_unreadable');
  }
}

/** Somebody who came without being registered is let in, also when every place is taken: a person at the door decided it. */
async function keepWalkIn(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  record: DeskRecordInput,
  at: Date,
): Promise<Kept> {
  const input = readPayload(WalkIn, record.payload);
  authorize(mayRegister(meeting, now(), 'puerta'));
  if (await findRegistration(tx, record.id)) throw conflict('record_foreign');
  const isFull = placesFor(meeting, 'puerta') === 0;
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
