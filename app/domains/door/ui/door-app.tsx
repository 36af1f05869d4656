import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { useT } from '#app/platform/i18n/use-t.ts';
import { DoorDesk, type DoorMeeting } from '#app/domains/door/ui/door-desk.tsx';
import { PostError } from '#app/domains/door/ui/door-post.ts';
import { Door, holdDoor } from '#app/domains/door/ui/door-session.ts';
import {
  countPending,
  openShelf,
  readDevice,
  type DeviceRow,
  type Shelf,
} from '#app/domains/door/ui/door-shelf.ts';
import { keepShell } from '#app/domains/door/ui/door-shell.ts';
import { pinLength } from '#app/domains/door/ui/door-vault.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Phase =
  | { name: 'reading' }
  | { name: 'unsupported' }
  | { name: 'elsewhere' }
  | { name: 'unprepared'; shelf: Shelf }
  | { name: 'locked'; shelf: Shelf; device: DeviceRow; pending: number }
  | { name: 'open'; shelf: Shelf; door: Door };

/** After this long without a touch the desk locks itself. */
const idle = 20 * 60_000;

/**
 * The desk that works without connection. Before the script runs, and on a device that was not prepared, what stands
 * inside it (the server's own list) is shown.
 */
export function DoorApp({
  meeting,
  mayPrepare,
  children,
}: {
  meeting: DoorMeeting;
  mayPrepare: boolean;
  children: ReactNode;
}) {
  const t = useT('door');
  const [phase, setPhase] = useState<Phase>({ name: 'reading' });
  const [shellKept, setShellKept] = useState<boolean | null>(null);

  useEffect(() => {
    let release: (() => void) | null = null;
    let gone = false;
    void (async () => {
      if (!globalThis.isSecureContext || !('serviceWorker' in navigator) || !('locks' in navigator))
        return setPhase({ name: 'unsupported' });
      release = await holdDoor(meeting.id);
      if (gone) return release?.();
      if (!release) return setPhase({ name: 'elsewhere' });
      const shelf = await openShelf(meeting.id);
      const device = await readDevice(shelf);
      setPhase(
        device
          ? { name: 'locked', shelf, device, pending: await countPending(shelf) }
          : { name: 'unprepared', shelf },
      );
    })();
    return () => {
      gone = true;
      release?.();
    };
  }, [meeting.id]);

  const isPrepared = phase.name === 'locked' || phase.name === 'open';
  useEffect(() => {
    if (!isPrepared) return;
    // The reader of codes is loaded now, so that it is among the files that are kept.
    void import('zxing-wasm/reader').then(
      async () => setShellKept(await keepShell(meeting.id, [wasmUrl])),
      () => setShellKept(false),
    );
    void navigator.storage?.persist?.();
  }, [isPrepared, meeting.id]);

  const lock = async (shelf: Shelf, door: Door) => {
    door.close();
    const device = await readDevice(shelf);
    setPhase(
      device
        ? { name: 'locked', shelf, device, pending: await countPending(shelf) }
        : { name: 'unprepared', shelf },
    );
  };

  useEffect(() => {
    if (phase.name !== 'open') return;
    let timer = 0;
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void lock(phase.shelf, phase.door), idle);
    };
    touched();
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', touched);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('pointerdown', touched);
      document.removeEventListener('keydown', touched);
    };
  }, [phase]);

  if (phase.name === 'open')
    return (
      <DoorDesk
        door={phase.door}
        meeting={meeting}
        wasmUrl={wasmUrl}
        shellKept={shellKept}
        onLock={() => void lock(phase.shelf, phase.door)}
      />
    );
  if (phase.name === 'locked')
    return (
      <Unlock
        meetingId={meeting.id}
        shelf={phase.shelf}
        device={phase.device}
        pending={phase.pending}
        onOpen={(door) => setPhase({ name: 'open', shelf: phase.shelf, door })}
      />
    );
  return (
    <>
      {phase.name === 'reading' && (
        <noscript>
          <Notice>{t('door.without_script')}</Notice>
        </noscript>
      )}
      {phase.name === 'unsupported' && <Notice>{t('door.unsupported')}</Notice>}
      {phase.name === 'elsewhere' && (
        <Notice kind="sun" role="status">
          {t('door.elsewhere')}
        </Notice>
      )}
      {phase.name === 'unprepared' && mayPrepare && (
        <Prepare
          meetingId={meeting.id}
          shelf={phase.shelf}
          onOpen={(door) => setPhase({ name: 'open', shelf: phase.shelf, door })}
        />
      )}
      {phase.name !== 'elsewhere' && children}
    </>
  );
}

const read = (form: FormData, name: string) => String(form.get(name) ?? '');

/** Makes this browser a device of the door: a name by which it can be revoked, and the PIN that locks it. */
function Prepare({
  meetingId,
  shelf,
  onOpen,
}: {
  meetingId: string;
  shelf: Shelf;
  onOpen: (door: Door) => void;
}) {
  const t = useT('door');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const prepare = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = read(fields, 'equipo').trim();
    const pin = read(fields, 'pin');
    const wrong: Record<string, string> = {};
    if (name === '' || name.length > 80) wrong['equipo'] = t('door.prepare.name.error');
    if (pin.length < pinLength) wrong['pin'] = t('door.pin.short', { min: pinLength });
    else if (pin !== read(fields, 'pin2')) wrong['pin2'] = t('door.pin.differs');
    setErrors(wrong);
    const first = Object.keys(wrong)[0];
    if (first) return (form.current?.elements.namedItem(first) as HTMLElement | null)?.focus();
    setBusy(true);
    try {
      onOpen(await Door.prepare(meetingId, shelf, name, pin));
    } catch (error) {
      setBusy(false);
      setErrors({
        general: t(
          error instanceof PostError ? `door.line.${error.failure}` : 'door.prepare.failed',
        ),
      });
    }
  };

  return (
    <section className="panel l-stack" aria-labelledby="preparar">
      <h2 id="preparar">{t('door.prepare.heading')}</h2>
      <p>{t('door.prepare.text')}</p>
      {errors['general'] && (
        <Notice kind="bad" role="alert">
          {errors['general']}
        </Notice>
      )}
      <form
        ref={form}
        className="l-stack door__narrow"
        onSubmit={(event) => void prepare(event)}
        noValidate
      >
        <TextField
          name="equipo"
          label={t('door.prepare.name')}
          hint={t('door.prepare.name.hint')}
          error={errors['equipo']}
          autoComplete="off"
        />
        <TextField
          name="pin"
          type="password"
          inputMode="numeric"
          label={t('door.pin.new')}
          hint={t('door.pin.hint', { min: pinLength })}
          error={errors['pin']}
          autoComplete="new-password"
        />
        <TextField
          name="pin2"
          type="password"
          inputMode="numeric"
          label={t('door.pin.again')}
          error={errors['pin2']}
          autoComplete="new-password"
        />
        <p>
          <Button kind="go" icon="lock" aria-disabled={isBusy || undefined}>
            {isBusy ? t('door.prepare.busy') : t('door.prepare.send')}
          </Button>
        </p>
      </form>
    </section>
  );
}

function Unlock({
  meetingId,
  shelf,
  device,
  pending,
  onOpen,
}: {
  meetingId: string;
  shelf: Shelf;
  device: DeviceRow;
  pending: number;
  onOpen: (door: Door) => void;
}) {
  const t = useT('door');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    const door = await Door.unlock(meetingId, shelf, device, read(new FormData(form), 'pin'));
    setBusy(false);
    if (door) return onOpen(door);
    setError(t('door.pin.wrong'));
    (form.elements.namedItem('pin') as HTMLElement | null)?.focus();
  };
  return (
    <section className="panel l-stack" aria-labelledby="abrir">
      <h2 id="abrir">{t('door.locked.heading')}</h2>
      <p>{t('door.locked.text')}</p>
      <p>
        <strong>{t('door.pending', { count: pending })}</strong>
      </p>
      <form className="l-stack door__narrow" onSubmit={(event) => void unlock(event)} noValidate>
        <TextField
          name="pin"
          type="password"
          inputMode="numeric"
          label={t('door.pin')}
          error={error}
          autoComplete="current-password"
        />
        <p>
          <Button kind="go" icon="lock" aria-disabled={isBusy || undefined}>
            {t('door.locked.open')}
          </Button>
        </p>
      </form>
    </section>
  );
}
