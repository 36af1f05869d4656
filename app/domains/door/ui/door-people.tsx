import { useState, type FormEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findPeople } from '#app/domains/door/device.rules.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import type { Attempt } from '#app/domains/door/ui/door-attempt.ts';
import { DoorCamera } from '#app/domains/door/ui/door-camera.tsx';
import { controlOf, typedIn } from '#app/domains/door/ui/door-form.tsx';
import type { Handed } from '#app/domains/door/ui/door-handed.tsx';
import { DoorPersonRow } from '#app/domains/door/ui/door-person-row.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** How many rows are drawn: few before anybody is looked for, so that what else is done is near. */
const shown = { first: 6, found: 100 };

type Props = {
  door: Door;
  view: DoorView;
  meeting: DoorMeeting;
  attempt: Attempt;
  onHandOver: (person: Handed) => void;
};

/** The people who answer to what was typed, each with what can be done for them. */
function Found({ typed, door, view, meeting, attempt, onHandOver }: Props & { typed: string }) {
  const t = useT('door');
  const [all, setAll] = useState(false);
  const found = findPeople(view.people.values(), typed);
  const drawn = found.slice(0, typed === '' && !all ? shown.first : shown.found);
  const answered = new Set(
    view.records
      .filter(({ kind }) => kind === 'respuestas')
      .map(({ payload }) => payload['inscripcion']),
  );
  return (
    <>
      {found.length === 0 && <Notice>{t('door.people.none')}</Notice>}
      <ul className="ruled" role="list">
        {drawn.map((person) => (
          <DoorPersonRow
            key={person.id}
            door={door}
            person={person}
            meeting={meeting}
            attempt={attempt}
            onHandOver={answered.has(person.id) ? null : onHandOver}
          />
        ))}
      </ul>
      {found.length > drawn.length && (
        <p className="u-mute">
          {t('door.people.more', { count: found.length - drawn.length })}{' '}
          {typed === '' && (
            <Button type="button" size="small" onClick={() => setAll(true)}>
              {t('door.people.all')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** The list: by name, by a typed code, or by the camera. */
export function DoorPeople({ wasmUrl, ...given }: Props & { wasmUrl: string }) {
  const { door, attempt } = given;
  const t = useT('door');
  const [typed, setTyped] = useState('');
  const [codeError, setCodeError] = useState<string>();

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
      <h2 id="personas" className="u-sr">
        {t('door.people.heading')}
      </h2>
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
      <Found typed={typed} {...given} />
      <Fold summary={t('door.code.open')} open={codeError !== undefined}>
        <div className="l-stack">
          <CodeForm error={codeError} onCode={arriveByCode} />
          <DoorCamera wasmUrl={wasmUrl} onCode={(code) => void arriveByCode(code)} />
        </div>
      </Fold>
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
