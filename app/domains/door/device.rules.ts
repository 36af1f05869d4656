import {
  recordKinds,
  type DeviceCounts,
  type DoorPerson,
  type RecordAnswer,
  type RecordKind,
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

/** The next records to send: always the oldest that are pending, in their order. Photos go by themselves, when nothing else waits. */
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

/** What an answer makes of a record; one that is to be sent again stays as it was. */
export function answered(record: DoorRecord, answer: RecordAnswer): DoorRecord {
  if (answer.estado === 'reintentar') return record;
  const state = answer.estado === 'ya_estaba' ? 'guardado' : answer.estado;
  return { ...record, state, reasons: answer.razones, others: answer.con };
}

/** How long to wait after some failures in a row, in milliseconds: from one second to half a minute, never all devices at once. */
export function retryDelay(failures: number, chance: number): number {
  return Math.round(Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2));
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The person that a record adds or changes in the list on the device; null when it is about nobody there. */
export function personAfter(
  people: ReadonlyMap<string, DoorPerson>,
  record: Pick<DoorRecord, 'id' | 'kind' | 'payload'>,
): DoorPerson | null {
  if (record.kind === 'inscripcion') {
    const needs = Array.isArray(record.payload['apoyo'])
      ? (record.payload['apoyo'] as string[])
      : [];
    return {
      id: record.id,
      nombre: textOf(record.payload['nombre']),
      correo: textOf(record.payload['correo']) || null,
      telefono: textOf(record.payload['telefono']) || null,
      apoyos: needs,
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

/** A refused check-in of somebody whose registration was refused: it is made again with the registration put right. */
export function refusedArrival(
  records: readonly DoorRecord[],
  registrationId: string,
): DoorRecord | undefined {
  const own = ownArrival(records, registrationId);
  return records.find((record) => record.id === own && record.state === 'rechazado');
}

/** Kinds of which a refused one can be put right: the others only point at something. */
export function isCorrectable(record: Pick<DoorRecord, 'kind' | 'state'>): boolean {
  return (
    record.state === 'rechazado' &&
    (['inscripcion', 'idea', 'nota', 'foto'] as RecordKind[]).includes(record.kind)
  );
}

/** What the server refused and a person has dealt with: put right in another record, or seen. It stays in sight until the device is cleared. */
export function refused(records: readonly DoorRecord[]): DoorRecord[] {
  return records.filter((record) => record.state === 'rechazado' && record.seen);
}

/** Records that the server has answered, by kind. */
export function countAnswered(records: readonly DoorRecord[]): DeviceCounts {
  return Object.fromEntries(
    recordKinds.map((kind) => [
      kind,
      records.filter((record) => record.kind === kind && record.state !== 'pendiente').length,
    ]),
  ) as DeviceCounts;
}

/** What a person still has to look at. */
export function toReview(records: readonly DoorRecord[]): DoorRecord[] {
  return records.filter(
    (record) => (record.state === 'conflicto' || record.state === 'rechazado') && !record.seen,
  );
}

/** The device may be cleared only when nothing is pending, nothing waits for a person, and both sides count the same. */
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

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** People whose name or contact has every word typed, by name as on paper: nobody changes place by arriving. Who was registered by mistake is not among them. */
export function findPeople(people: Iterable<DoorPerson>, typed: string): DoorPerson[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = [...people].filter((person) => {
    if (person.estado === 'cancelada') return false;
    const text = plain(`${person.nombre} ${person.correo ?? ''} ${person.telefono ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return found.sort((a, b) => a.nombre.localeCompare(b.nombre, 'es') || (a.id < b.id ? -1 : 1));
}
