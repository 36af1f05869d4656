import type { DoorRecord } from '../device.rules.ts';
import type { DeviceCounts, DoorPerson, MeetingCounts } from '../types.ts';
import type { PostFailure } from './door-post.ts';
import type { DeviceRow } from './door-shelf.ts';

/** How the line to the server is: `al_dia` when the last exchange went well. */
export type Line = 'al_dia' | 'enviando' | PostFailure;

/** What the page shows of an open door. Every change makes a new one. */
export type DoorView = {
  people: ReadonlyMap<string, DoorPerson>;
  records: readonly DoorRecord[];
  line: Line;
  /** What the server counts of this device, and of the meeting; null before the first exchange. */
  server: DeviceCounts | null;
  meeting: MeetingCounts | null;
  syncedAt: Date | null;
  isClosed: boolean;
};

/** What is shown before the first exchange: what the device keeps. */
export function firstView(
  device: DeviceRow,
  people: readonly DoorPerson[],
  records: readonly DoorRecord[],
): DoorView {
  const reachable = navigator.onLine ? 'al_dia' : 'sin_conexion';
  return {
    people: new Map(people.map((person) => [person.id, person])),
    records,
    line: device.revoked ? 'retirado' : reachable,
    server: null,
    meeting: null,
    syncedAt: null,
    isClosed: false,
  };
}
