import { useRef, useState, type FormEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { controlOf, typedIn } from '#app/domains/door/ui/door-form.tsx';
import { prepareDoor } from '#app/domains/door/ui/door-open.ts';
import { PostError } from '#app/domains/door/ui/door-post.ts';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { Shelf } from '#app/domains/door/ui/door-shelf.ts';
import { pinLength } from '#app/domains/door/ui/door-vault.ts';
import { pinIn } from '#app/domains/door/ui/door-unlock.tsx';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Errors = Partial<Record<'equipo' | 'pin' | 'pin2' | 'general', string>>;

/** What is wrong with the name of a device and its PIN, in words. */
function useCheck(): (fields: FormData) => Errors {
  const t = useT('door');
  return (fields) => {
    const name = typedIn(fields, 'equipo');
    const pin = pinIn(fields);
    const wrong: Errors = {};
    if (name === '' || name.length > 80) wrong.equipo = t('door.prepare.name.error');
    if (pin.length < pinLength) wrong.pin = t('door.pin.short', { min: pinLength });
    else if (pin !== pinIn(fields, 'pin2')) wrong.pin2 = t('door.pin.differs');
    return wrong;
  };
}

/**
 * Makes this browser a device of the door: a name by which it can be revoked, and the PIN that locks
 * it.
 */
export function Prepare({
  meetingId,
  shelf,
  onOpen,
}: {
  meetingId: string;
  shelf: Shelf;
  onOpen: (door: Door) => void;
}) {
  const t = useT('door');
  const check = useCheck();
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const prepare = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const wrong = check(fields);
    setErrors(wrong);
    const first = Object.keys(wrong)[0];
    if (first) return controlOf(form.current, first)?.focus();
    setBusy(true);
    try {
      onOpen(await prepareDoor(meetingId, shelf, typedIn(fields, 'equipo'), pinIn(fields)));
    } catch (error) {
      setBusy(false);
      const general =
        error instanceof PostError ? t(`door.line.${error.failure}`) : t('door.prepare.failed');
      setErrors({ general });
    }
  };

  return (
    <section className="l-stack" aria-label={t('door.prepare.heading')}>
      <p>{t('door.prepare.text')}</p>
      {errors.general && (
        <Notice kind="bad" role="alert">
          {errors.general}
        </Notice>
      )}
      <form
        ref={form}
        className="l-stack door__narrow"
        onSubmit={(event) => void prepare(event)}
        noValidate
      >
        <Fields errors={errors} />
        <p>
          <Button kind="go" icon="lock" aria-disabled={isBusy || undefined}>
            {isBusy ? t('door.prepare.busy') : t('door.prepare.send')}
          </Button>
        </p>
      </form>
    </section>
  );
}

function Fields({ errors }: { errors: Errors }) {
  const t = useT('door');
  return (
    <>
      <TextField
        name="equipo"
        label={t('door.prepare.name')}
        hint={t('door.prepare.name.hint')}
        error={errors.equipo}
        autoComplete="off"
      />
      <TextField
        name="pin"
        type="password"
        inputMode="numeric"
        label={t('door.pin.new')}
        hint={t('door.pin.hint', { min: pinLength })}
        error={errors.pin}
        autoComplete="new-password"
      />
      <TextField
        name="pin2"
        type="password"
        inputMode="numeric"
        label={t('door.pin.again')}
        error={errors.pin2}
        autoComplete="new-password"
      />
    </>
  );
}
