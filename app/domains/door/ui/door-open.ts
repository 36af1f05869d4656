import { certain } from '#app/kernel/certain.ts';
import { deviceNow } from '#app/platform/clock/device-clock.ts';
import type { DoorRecord } from '../device.rules.ts';
import type { DoorPerson, EnrolReply } from '../types.ts';
import { sealPeople } from './door-drafts.ts';
import { postDoor } from './door-post.ts';
import { Door } from './door-session.ts';
import { storeDevice, type DeviceRow, type Shelf } from './door-shelf.ts';
import { makeVault, openVault, unseal } from './door-vault.ts';

/** Prepares this device: the server gives it the day's list, which is kept under the PIN. */
export async function prepareDoor(
  meetingId: string,
  shelf: Shelf,
  name: string,
  pin: string,
): Promise<Door> {
  const { lock, key } = await makeVault(pin);
  const reply = await postDoor<EnrolReply>(meetingId, { accion: 'preparar', nombre: name });
  const device: DeviceRow = {
    key: 'device',
    id: reply.equipo,
    lock,
    preparedAt: deviceNow().toISOString(),
    revoked: false,
  };
  await storeDevice(shelf, device, await sealPeople(key, reply.lista));
  return new Door({ meetingId, shelf, key, device }, reply.lista, []);
}

/** Opens what the device keeps; null when the PIN is another. */
export async function unlockDoor(
  meetingId: string,
  shelf: Shelf,
  device: DeviceRow,
  pin: string,
): Promise<Door | null> {
  const key = await openVault(device.lock, pin);
  if (!key) return null;
  const people = await Promise.all(
    (await shelf.getAll('people')).map(
      async (row) => await unseal<DoorPerson>(key, row.id, row.sealed),
    ),
  );
  const records = await Promise.all(
    (await shelf.getAll('records')).map(async ({ sealed, ...row }) => ({
      ...row,
      seq: certain(row.seq),
      ...(await unseal<Pick<DoorRecord, 'madeAt' | 'payload'>>(key, row.id, sealed)),
    })),
  );
  return new Door({ meetingId, shelf, key, device }, people, records);
}

/** Holds this meeting's door for this window; null when another window of the browser has it open. */
export async function holdDoor(meetingId: string): Promise<(() => void) | null> {
  return await new Promise((done) => {
    void navigator.locks.request(`puerta-${meetingId}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return done(null);
      await new Promise<void>((release) => done(release));
    });
  });
}
