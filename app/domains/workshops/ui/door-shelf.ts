import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RecordKind } from '#app/domains/workshops/desk.types.ts';
import type { DoorRecord } from '#app/domains/workshops/door.rules.ts';
import type { Lock, Sealed } from './door-vault.ts';

/** What can be read without the PIN: ids, states and counts. */
export type DeviceRow = { key: 'device'; id: string; lock: Lock; preparedAt: string; revoked: boolean };
export type PersonRow = { id: string; sealed: Sealed };
export type RecordRow = { seq?: number; id: string; kind: RecordKind; state: DoorRecord['state']; reasons: string[]; others: string[]; seen: boolean; sealed: Sealed };

interface Schema extends DBSchema {
  device: { key: string; value: DeviceRow };
  people: { key: string; value: PersonRow };
  records: { key: number; value: RecordRow; indexes: { id: string } };
}
export type Shelf = IDBPDatabase<Schema>;

const nameOf = (meetingId: string) => `puerta-${meetingId}`;
/** Written through to the disk: a device may lose its power at a door. */
const safely = { durability: 'strict' } as const;

/** The device's store of one meeting. */
export async function openShelf(meetingId: string): Promise<Shelf> {
  return await openDB<Schema>(nameOf(meetingId), 1, {
    upgrade(shelf) {
      shelf.createObjectStore('device', { keyPath: 'key' });
      shelf.createObjectStore('people', { keyPath: 'id' });
      shelf.createObjectStore('records', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true });
    },
  });
}

export async function readDevice(shelf: Shelf): Promise<DeviceRow | undefined> {
  return await shelf.get('device', 'device');
}

/** Puts the device and the day's list in place at once. */
export async function storeDevice(shelf: Shelf, device: DeviceRow, people: PersonRow[]): Promise<void> {
  const tx = shelf.transaction(['device', 'people'], 'readwrite', safely);
  await Promise.all([tx.objectStore('device').put(device), ...people.map((row) => tx.objectStore('people').put(row)), tx.done]);
}

/** A new record with the person it changes, both or neither; gives its place in the order. */
export async function addRecord(shelf: Shelf, record: RecordRow, person: PersonRow | null): Promise<number> {
  const tx = shelf.transaction(['records', 'people'], 'readwrite', safely);
  const seq = tx.objectStore('records').add(record);
  await Promise.all([seq, person ? tx.objectStore('people').put(person) : undefined, tx.done]);
  return await seq;
}

/** What the server answered, and its list when it gave one. */
export async function storeAnswers(shelf: Shelf, records: DoorRecord[], people: PersonRow[] | null): Promise<void> {
  const tx = shelf.transaction(['records', 'people'], 'readwrite', safely);
  const store = tx.objectStore('records');
  for (const record of records) {
    const row = await store.get(record.seq);
    if (row) await store.put({ ...row, state: record.state, reasons: record.reasons, others: record.others, seen: record.seen });
  }
  if (people) {
    await tx.objectStore('people').clear();
    for (const row of people) await tx.objectStore('people').put(row);
  }
  await tx.done;
}

/** A device that was let go forgets whom it did not write down itself. */
export async function storeRevoked(shelf: Shelf, device: DeviceRow, keep: ReadonlySet<string>): Promise<void> {
  const tx = shelf.transaction(['device', 'people'], 'readwrite', safely);
  await tx.objectStore('device').put({ ...device, revoked: true });
  for (const id of await tx.objectStore('people').getAllKeys()) if (!keep.has(id)) await tx.objectStore('people').delete(id);
  await tx.done;
}

/** How many records still wait to be sent; known without the PIN. */
export async function countPending(shelf: Shelf): Promise<number> {
  return (await shelf.getAll('records')).filter((row) => row.state === 'pendiente').length;
}

/** Everything that the device keeps of a meeting goes. */
export async function eraseShelf(shelf: Shelf, meetingId: string): Promise<void> {
  shelf.close();
  await deleteDB(nameOf(meetingId));
}
