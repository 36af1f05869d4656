import { useState, type FormEvent } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { DoorPerson } from '#app/domains/door/types.ts';
import { findPeople } from '#app/domains/door/device.rules.ts';
import { DoorCamera } from '#app/domains/door/ui/door-camera.tsx';
import type { DoorMeeting } from '#app/domains/door/ui/door-desk.tsx';
import type { Door, DoorView } from '#app/domains/door/ui/door-session.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type Attempt = (act: () => Promise<unknown>, words: string) => Promise<boolean>;

/** Where a reader by ear or keyboard goes on when what they pressed is gone. */
export function focusStatus(): void {
  document.getElementById('puerta-estado')?.focus();
}

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
  const submitCode = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await arriveByCode(String(new FormData(form).get('codigo') ?? ''))) form.reset();
    (form.elements.namedItem('codigo') as HTMLElement | null)?.focus();
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
        <form className="door__code" onSubmit={(event) => void submitCode(event)} noValidate>
          <TextField
            name="codigo"
            label={t('door.code')}
            hint={t('door.code.hint')}
            error={codeError}
            autoComplete="off"
          />
          <Button icon="check">{t('door.code.send')}</Button>
        </form>
      </div>
      <DoorCamera wasmUrl={wasmUrl} onCode={(code) => void arriveByCode(code)} />
      {found.length === 0 && <Notice>{t('door.people.none')}</Notice>}
      <ul className="door__list" role="list">
        {found.slice(0, shown).map((person) => (
          <PersonRow
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

function PersonRow({
  door,
  person,
  meeting,
  attempt,
}: {
  door: Door;
  person: DoorPerson;
  meeting: DoorMeeting;
  attempt: Attempt;
}) {
  const t = useT('door');
  const needs = person.apoyos.map((need) => {
    const [code = '', ...note] = need.split(': ');
    return [meeting.needs.find((option) => option.code === code)?.label ?? code, ...note].join(
      ': ',
    );
  });
  const annul = async () => {
    if (await attempt(() => door.annul(person.id), t('door.annulled', { name: person.nombre })))
      focusStatus();
  };
  return (
    <li className="door__row" data-person={person.id} data-here={person.llego || undefined}>
      <div>
        <strong>{person.nombre}</strong>
        <p className="u-small">{[person.telefono, person.correo].filter(Boolean).join(' · ')}</p>
        <p className="l-row">
          {person.llego && <Badge kind="done">{t('door.person.here')}</Badge>}
          {person.estado === 'en_espera' && <Badge kind="now">{t('door.person.waiting')}</Badge>}
          {person.exceso && <Badge kind="full">{t('door.person.over')}</Badge>}
          {person.menor && <Badge kind="dash">{t('door.person.minor')}</Badge>}
        </p>
        {needs.length > 0 && (
          <p className="u-small">{t('door.person.needs', { needs: needs.join(', ') })}</p>
        )}
      </div>
      {person.llego ? (
        <Button
          type="button"
          size="small"
          icon="undo"
          aria-label={t('door.undo.of', { name: person.nombre })}
          onClick={() =>
            void attempt(() => door.undo(person.id), t('door.undone', { name: person.nombre }))
          }
        >
          {t('door.undo')}
        </Button>
      ) : (
        <Button
          type="button"
          kind="go"
          size="small"
          icon="check"
          aria-label={t('door.arrive.of', { name: person.nombre })}
          onClick={() =>
            void attempt(() => door.checkIn(person.id), t('door.arrived', { name: person.nombre }))
          }
        >
          {t('door.arrive')}
        </Button>
      )}
      {person.puerta && (
        <Fold summary={t('door.annul.open')}>
          <p>{t('door.annul.text')}</p>
          <p>
            <Button
              type="button"
              size="small"
              icon="close"
              aria-label={t('door.annul.of', { name: person.nombre })}
              onClick={() => void annul()}
            >
              {t('door.annul')}
            </Button>
          </p>
        </Fold>
      )}
    </li>
  );
}
