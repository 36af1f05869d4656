import { useState, type FormEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findPeople } from '#app/domains/door/device.rules.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import type { Attempt } from '#app/domains/door/ui/door-attempt.ts';
import { DoorCamera } from '#app/domains/door/ui/door-camera.tsx';
import { controlOf, typedIn } from '#app/domains/door/ui/door-form.tsx';
import { DoorPersonRow } from '#app/domains/door/ui/door-person-row.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** How many rows are drawn at a time. */
const shown = 100;

/** The list: by name, by a typed code, or by the camera. */
export function DoorPeople({
  door,
  view,
  meeting,
  wasmUrl,
  attempt,
}: {
  door: Door;
  view: DoorView;
  meeting: DoorMeeting;
  wasmUrl: string;
  attempt: Attempt;
}) {
  const t = useT('door');
  const [typed, setTyped] = useState('');
  const [codeError, setCodeError] = useState<string>();
  const found = findPeople(view.people.values(), typed);

  const arriveByCode = async (code: string): Promise<boolean> => {
    const person = await door.findByCode(code);
    setCodeError(person ? undefined : t('door.code.unknown'));
    if (!person) return false;
    if (person.llego)
      return await attempt(() => Promise.resolve(), t('door.already', { name: person.nombre }));
    return await attempt(() => door.checkIn(person.id), t('door.arrived', { name: person.nombre }));
  };

  return (
    <section className="l-stack" aria-labelledby="personas">
      <h2 id="personas">{t('door.people.heading')}</h2>
      <div className="door__finders">
        <div className="field">
          <label className="field__label" htmlFor="buscar">
            {t('door.search')}
          </label>
          <input
            className="input"
            id="buscar"
            type="search"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <CodeForm error={codeError} onCode={arriveByCode} />
      </div>
      <DoorCamera wasmUrl={wasmUrl} onCode={(code) => void arriveByCode(code)} />
      {found.length === 0 && <Notice>{t('door.people.none')}</Notice>}
      <ul className="ruled" role="list">
        {found.slice(0, shown).map((person) => (
          <DoorPersonRow
            key={person.id}
            door={door}
            person={person}
            meeting={meeting}
            attempt={attempt}
          />
        ))}
      </ul>
      {found.length > shown && (
        <p className="u-mute">{t('door.people.more', { count: found.length - shown })}</p>
      )}
    </section>
  );
}

/** A code is typed; the next one begins where this one did. */
function CodeForm({
  error,
  onCode,
}: {
  error: string | undefined;
  onCode: (code: string) => Promise<boolean>;
}) {
  const t = useT('door');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await onCode(typedIn(new FormData(form), 'codigo'))) form.reset();
    controlOf(form, 'codigo')?.focus();
  };
  return (
    <form className="door__code" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        name="codigo"
        label={t('door.code')}
        hint={t('door.code.hint')}
        error={error}
        autoComplete="off"
      />
      <Button icon="check">{t('door.code.send')}</Button>
    </form>
  );
}
