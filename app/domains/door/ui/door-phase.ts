import { useCallback, useEffect, useState } from 'react';
import { holdDoor } from './door-open.ts';
import type { Door } from './door-session.ts';
import { countPending, openShelf, readDevice, type DeviceRow, type Shelf } from './door-shelf.ts';

export type Phase =
  | { name: 'reading' }
  | { name: 'unsupported' }
  | { name: 'elsewhere' }
  | { name: 'unprepared'; shelf: Shelf }
  | { name: 'locked'; shelf: Shelf; device: DeviceRow; pending: number }
  | { name: 'open'; shelf: Shelf; door: Door };

/** After this long without a touch the door locks itself. */
const idle = 20 * 60_000;

const isSupported = () =>
  globalThis.isSecureContext && 'serviceWorker' in navigator && 'locks' in navigator;

/** A closed door, as the device keeps it. */
async function phaseOf(shelf: Shelf): Promise<Phase> {
  const device = await readDevice(shelf);
  return device
    ? { name: 'locked', shelf, device, pending: await countPending(shelf) }
    : { name: 'unprepared', shelf };
}

/** Where the door of a meeting stands on this device, and how it is opened and locked. */
export function useDoorPhase(meetingId: string): {
  phase: Phase;
  open: (shelf: Shelf, door: Door) => void;
  lock: (shelf: Shelf, door: Door) => void;
} {
  const [phase, setPhase] = useState<Phase>({ name: 'reading' });
  const open = useCallback(
    (shelf: Shelf, door: Door) => setPhase({ name: 'open', shelf, door }),
    [],
  );
  const lock = useCallback((shelf: Shelf, door: Door) => {
    door.close();
    void phaseOf(shelf).then(setPhase);
  }, []);

  useEffect(() => {
    let release: (() => void) | null = null;
    let gone = false;
    void (async () => {
      if (!isSupported()) return setPhase({ name: 'unsupported' });
      release = await holdDoor(meetingId);
      if (gone) return release?.();
      if (!release) return setPhase({ name: 'elsewhere' });
      setPhase(await phaseOf(await openShelf(meetingId)));
    })();
    return () => {
      gone = true;
      release?.();
    };
  }, [meetingId]);

  useEffect(() => {
    if (phase.name !== 'open') return;
    let timer = 0;
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => lock(phase.shelf, phase.door), idle);
    };
    touched();
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', touched);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('pointerdown', touched);
      document.removeEventListener('keydown', touched);
    };
  }, [phase, lock]);

  return { phase, open, lock };
}
