import { withoutAccents } from '#app/kernel/accents.ts';
import {
  countsByKind,
  recordKinds,
  type DeviceCounts,
  type DoorPerson,
  type RecordAnswer,
  type RecordKind,
  type SyncReply,
} from './types.ts';

/** What a device at a door holds of one record: what it says, and what became of it. */
export type DoorRecord = {
  seq: number;
  id: string;
  kind: RecordKind;
  madeAt: string;
  payload: Record<string, unknown>;
  state: 'pendiente' | 'guardado' | 'conflicto' | 'rechazado';
  reasons: string[];
  /** Registrations that may be the same person's. */
  others: string[];
  /** A person has looked at the conflict or the refusal. */
  seen: boolean;
  /** The refused record that this one puts right; and on that one, its successor. Both stay. */
  replaces?: string;
  replacedBy?: string;
};

/** Some records at a time: what a bad connection loses is sent again. */
export const batchSize = 10;
/** A batch also stays below this many characters, far from the limit of a request's body. */
const batchCharacters = 100_000;

/**
 * The next records to send: always the oldest that are pending, in their order. Photos go by
 * themselves, when nothing else waits.
 */
export function nextBatch(records: readonly DoorRecord[]): DoorRecord[] {
  const batch: DoorRecord[] = [];
  let size = 0;
  for (const record of records) {
    if (record.state !== 'pendiente' || record.kind === 'foto') continue;
    size += JSON.stringify(record.payload).length + 200;
    if (batch.length === batchSize || (batch.length > 0 && size > batchCharacters)) break;
    batch.push(record);
  }
  return batch;
}

/** The next photo to send, which no person and no idea waits for. */
export function nextPhoto(records: readonly DoorRecord[]): DoorRecord | undefined {
  return records.find((record) => record.state === 'pendiente' && record.kind === 'foto');
}

/** What is kept of a record that was answered: of what somebody said of themselves, only whose it was. */
export function payloadAfter({ kind, payload }: DoorRecord): DoorRecord['payload'] {
  return kind === 'respuestas' ? { inscripcion: payload['inscripcion'] } : payload;
}

/** What an answer makes of a record; one that is to be sent again stays as it was. */
export function answered(record: DoorRecord, answer: RecordAnswer): DoorRecord {
  if (answer.estado === 'reintentar') return record;
  const state = answer.estado === 'ya_estaba' ? 'guardado' : answer.estado;
  return {
    ...record,
    payload: payloadAfter(record),
    state,
    reasons: answer.razones,
    others: answer.con,
  };
}

/** Records of which some changed, and those. */
type Changed = { records: DoorRecord[]; changed: DoorRecord[] };

function changeRecords(
  before: readonly DoorRecord[],
  change: (record: DoorRecord) => DoorRecord,
): Changed {
  const records = before.map(change);
  return { records, changed: records.filter((record, index) => record !== before[index]) };
}

/** The records after the server's answers. */
export function recordsAfter(
  records: readonly DoorRecord[],
  answers: readonly RecordAnswer[],
): Changed {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return changeRecords(records, (record) => {
    const answer = record.state === 'pendiente' ? byId.get(record.id) : undefined;
    return answer ? answered(record, answer) : record;
  });
}

/** The records after a person looked at what became of one. */
export function recordsSeen(records: readonly DoorRecord[], id: string): Changed {
  return changeRecords(records, (record) =>
    record.id === id ? { ...record, seen: true } : record,
  );
}

/**
 * How long to wait after some failures in a row, in milliseconds: from one second to half a minute,
 * never all devices at once.
 */
export function retryDelay(failures: number, chance: number): number {
  return Math.round(Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2));
}

/** What a record says under a name, as a text; nothing when it says none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The person that a record adds or changes in the list on the device; null when it is about nobody there. */
export function personAfter(
  people: ReadonlyMap<string, DoorPerson>,
  record: Pick<DoorRecord, 'id' | 'kind' | 'payload'>,
): DoorPerson | null {
  if (record.kind === 'inscripcion') {
    const needs: unknown[] = Array.isArray(record.payload['apoyo']) ? record.payload['apoyo'] : [];
    return {
      id: record.id,
      nombre: textOf(record.payload['nombre']),
      correo: textOf(record.payload['correo']) || null,
      telefono: textOf(record.payload['telefono']) || null,
      apoyos: needs.map(textOf),
      estado: 'inscrita',
      codigo: '',
      llego: false,
      menor: textOf(record.payload['acudiente_nombre']) !== '',
      exceso: false,
      puerta: true,
    };
  }
  if (record.kind !== 'llegada' && record.kind !== 'deshacer' && record.kind !== 'anular')
    return null;
  const person = people.get(textOf(record.payload['inscripcion']));
  if (!person) return null;
  return record.kind === 'anular'
    ? { ...person, llego: false, estado: 'cancelada' }
    : { ...person, llego: record.kind === 'llegada' };
}

/** The server's list with what it does not know yet laid over it. */
export function withPending(
  list: readonly DoorPerson[],
  records: readonly DoorRecord[],
): Map<string, DoorPerson> {
  const people = new Map(list.map((person) => [person.id, person]));
  for (const record of records) {
    if (record.state !== 'pendiente') continue;
    const person = personAfter(people, record);
    if (person) people.set(person.id, person);
  }
  return people;
}

/**
 * The list after the server's answer: its own with what it does not know yet, none once the meeting
 * is closed, and as it was when it gave none.
 */
export function peopleAfter(
  people: ReadonlyMap<string, DoorPerson>,
  reply: Pick<SyncReply, 'lista' | 'cerrado'>,
  records: readonly DoorRecord[],
): ReadonlyMap<string, DoorPerson> {
  if (reply.lista) return withPending(reply.lista, records);
  return reply.cerrado ? new Map() : people;
}

/** The device's own check-in of a person that still holds, so that undoing it undoes nobody else's. */
export function ownArrival(
  records: readonly DoorRecord[],
  registrationId: string,
): string | undefined {
  const about = records.filter(
    (record) =>
      (record.kind === 'llegada' || record.kind === 'deshacer') &&
      record.payload['inscripcion'] === registrationId,
  );
  const last = about.at(-1);
  return last?.kind === 'llegada' ? last.id : undefined;
}

/**
 * A refused check-in of somebody whose registration was refused: it is made again with the
 * registration put right.
 */
export function refusedArrival(
  records: readonly DoorRecord[],
  registrationId: string,
): DoorRecord | undefined {
  const own = ownArrival(records, registrationId);
  return records.find((record) => record.id === own && record.state === 'rechazado');
}

/** Kinds of which a refused one can be put right: the others only point at something. */
export function isCorrectable(record: Pick<DoorRecord, 'kind' | 'state'>): boolean {
  const kinds: RecordKind[] = ['inscripcion', 'idea', 'nota', 'foto'];
  return record.state === 'rechazado' && kinds.includes(record.kind);
}

/**
 * What the server refused and a person has dealt with: put right in another record, or seen. It stays
 * in sight until the device is cleared.
 */
export function refused(records: readonly DoorRecord[]): DoorRecord[] {
  return records.filter((record) => record.state === 'rechazado' && record.seen);
}

/** Records that the server has answered, by kind. */
export function countAnswered(records: readonly DoorRecord[]): DeviceCounts {
  return countsByKind(
    (kind) =>
      records.filter((record) => record.kind === kind && record.state !== 'pendiente').length,
  );
}

/** What a person still has to look at. */
export function toReview(records: readonly DoorRecord[]): DoorRecord[] {
  return records.filter(
    (record) => (record.state === 'conflicto' || record.state === 'rechazado') && !record.seen,
  );
}

/**
 * The device may be cleared only when nothing is pending, nothing waits for a person, and both sides
 * count the same.
 */
export function isAllReceived(
  records: readonly DoorRecord[],
  server: DeviceCounts | null,
): boolean {
  if (
    !server ||
    records.some((record) => record.state === 'pendiente') ||
    toReview(records).length > 0
  )
    return false;
  const own = countAnswered(records);
  return recordKinds.every((kind) => own[kind] === server[kind]);
}

const plain = (text: string) => withoutAccents(text).toLowerCase();

/**
 * People whose name or contact has every word typed, by name as on paper: nobody changes place by
 * arriving. Who was registered by mistake is not among them.
 */
export function findPeople(people: Iterable<DoorPerson>, typed: string): DoorPerson[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = [...people].filter((person) => {
    if (person.estado === 'cancelada') return false;
    const text = plain(`${person.nombre} ${person.correo ?? ''} ${person.telefono ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return found.sort((a, b) => a.nombre.localeCompare(b.nombre, 'es') || (a.id < b.id ? -1 : 1));
}
