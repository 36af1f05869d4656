import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { DoorRecord } from '../device.rules.ts';
import type { Lock, Sealed } from './door-vault.ts';

/** What can be read without the PIN: ids, states and counts. */
export type DeviceRow = {
  key: 'device';
  id: string;
  lock: Lock;
  preparedAt: string;
  revoked: boolean;
};
export type PersonRow = { id: string; sealed: Sealed };
export type RecordRow = Omit<DoorRecord, 'seq' | 'madeAt' | 'payload'> & {
  seq?: number;
  sealed: Sealed;
};
/** The bytes of a photo, apart from its record: most of what is read needs them not. */
export type PhotoRow = { id: string; sealed: Sealed };

interface Schema extends DBSchema {
  device: { key: string; value: DeviceRow };
  people: { key: string; value: PersonRow };
  records: { key: number; value: RecordRow; indexes: { id: string } };
  photos: { key: string; value: PhotoRow };
}
export type Shelf = IDBPDatabase<Schema>;

const nameOf = (meetingId: string) => `puerta-${meetingId}`;
/** Written through to the disk: a device may lose its power at a door. */
const safely = { durability: 'strict' } as const;

/** The device's store of one meeting. */
export async function openShelf(meetingId: string): Promise<Shelf> {
  return await openDB<Schema>(nameOf(meetingId), 2, {
    upgrade(shelf, before) {
      // A device that was prepared before photos could be taken has the other three.
      shelf.createObjectStore('photos', { keyPath: 'id' });
      if (before > 0) return;
      shelf.createObjectStore('device', { keyPath: 'key' });
      shelf.createObjectStore('people', { keyPath: 'id' });
      shelf
        .createObjectStore('records', { keyPath: 'seq', autoIncrement: true })
        .createIndex('id', 'id', { unique: true });
    },
  });
}

export async function readDevice(shelf: Shelf): Promise<DeviceRow | undefined> {
  return await shelf.get('device', 'device');
}

/** Puts the device and the day's list in place at once. */
export async function storeDevice(
  shelf: Shelf,
  device: DeviceRow,
  people: PersonRow[],
): Promise<void> {
  const tx = shelf.transaction(['device', 'people'], 'readwrite', safely);
  await Promise.all([
    tx.objectStore('device').put(device),
    ...people.map((row) => tx.objectStore('people').put(row)),
    tx.done,
  ]);
}

/**
 * New records with the people whom they change, their photos and what they put right: all or nothing.
 * Gives their places in the order.
 */
export async function addRecords(
  shelf: Shelf,
  added: { records: RecordRow[]; people: PersonRow[]; photos: PhotoRow[]; replaced: DoorRecord[] },
): Promise<number[]> {
  const tx = shelf.transaction(['records', 'people', 'photos'], 'readwrite', safely);
  const seqs = added.records.map((record) => tx.objectStore('records').add(record));
  const rest = [
    ...added.people.map((row) => tx.objectStore('people').put(row)),
    ...added.photos.map((row) => tx.objectStore('photos').put(row)),
  ];
  await Promise.all([...seqs, ...rest]);
  for (const record of added.replaced) {
    await putState(tx.objectStore('records'), record);
    // Its bytes are those of the record that puts it right.
    if (record.kind === 'foto') await tx.objectStore('photos').delete(record.id);
  }
  await tx.done;
  return await Promise.all(seqs);
}

/** What became of a record, beside what it says. */
async function putState(
  store: IDBPObjectStore<Schema, ('records' | 'people' | 'photos')[], 'records', 'readwrite'>,
  record: DoorRecord,
  emptied?: Sealed,
): Promise<void> {
  const { state, reasons, others, seen, replacedBy } = record;
  const row = await store.get(record.seq);
  if (row)
    await store.put({
      ...row,
      state,
      reasons,
      others,
      seen,
      ...(replacedBy ? { replacedBy } : {}),
      ...(emptied ? { sealed: emptied } : {}),
    });
}

/** The sealed bytes of a photo that this device still has. */
export async function readPhotoRow(shelf: Shelf, id: string): Promise<PhotoRow | undefined> {
  return await shelf.get('photos', id);
}

/** What the server answered, and its list when it gave one. */
export async function storeAnswers(
  shelf: Shelf,
  records: DoorRecord[],
  people: PersonRow[] | null,
  emptied: ReadonlyMap<string, Sealed> = new Map(),
): Promise<void> {
  const tx = shelf.transaction(['records', 'people', 'photos'], 'readwrite', safely);
  for (const record of records) {
    await putState(tx.objectStore('records'), record, emptied.get(record.id));
    // A photo that the server has is erased here; one that it refused stays until somebody has dealt with it.
    if (record.kind === 'foto' && record.state !== 'pendiente' && record.state !== 'rechazado')
      await tx.objectStore('photos').delete(record.id);
  }
  if (people) {
    await tx.objectStore('people').clear();
    for (const row of people) await tx.objectStore('people').put(row);
  }
  await tx.done;
}

/** A device that was let go forgets whom it did not write down itself. */
export async function storeRevoked(
  shelf: Shelf,
  device: DeviceRow,
  keep: ReadonlySet<string>,
): Promise<void> {
  const tx = shelf.transaction(['device', 'people'], 'readwrite', safely);
  await tx.objectStore('device').put({ ...device, revoked: true });
  for (const id of await tx.objectStore('people').getAllKeys())
    if (!keep.has(id)) await tx.objectStore('people').delete(id);
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
