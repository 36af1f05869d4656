import { useState, type FormEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { controlOf } from '#app/domains/door/ui/door-form.tsx';
import { unlockDoor } from '#app/domains/door/ui/door-open.ts';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DeviceRow, Shelf } from '#app/domains/door/ui/door-shelf.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** A PIN as it was typed, its spaces too. */
export function pinIn(fields: FormData, name = 'pin'): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** Opens what the device keeps, with the PIN that locks it. */
export function Unlock({
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
    const door = await unlockDoor(meetingId, shelf, device, pinIn(new FormData(form)));
    setBusy(false);
    if (door) return onOpen(door);
    setError(t('door.pin.wrong'));
    controlOf(form, 'pin')?.focus();
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
