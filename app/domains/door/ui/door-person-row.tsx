import { useT } from '#app/platform/i18n/use-t.ts';
import type { DoorMeeting, DoorPerson } from '#app/domains/door/types.ts';
import { focusStatus, type Attempt } from '#app/domains/door/ui/door-attempt.ts';
import type { Handed } from '#app/domains/door/ui/door-handed.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';

type Props = { door: Door; person: DoorPerson; attempt: Attempt };

/** A person of the list on the device, and what can be written down of them. */
export function DoorPersonRow({
  door,
  person,
  meeting,
  attempt,
  onHandOver,
}: Props & {
  meeting: DoorMeeting;
  /** Hands the screen to who came without having registered and was not asked yet. */
  onHandOver: ((person: Handed) => void) | null;
}) {
  const t = useT('door');
  const needs = person.apoyos.map((need) => {
    const [code = '', ...note] = need.split(': ');
    const label = meeting.needs.find((option) => option.code === code)?.label ?? code;
    return [label, ...note].join(': ');
  });
  return (
    <li className="ruled__row" data-person={person.id} data-here={person.llego || undefined}>
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
      <Arrival door={door} person={person} attempt={attempt} />
      {person.puerta && onHandOver && (
        <Button
          type="button"
          size="small"
          icon="people"
          aria-label={t('door.handed.offer.to', { name: person.nombre })}
          onClick={() => onHandOver({ id: person.id, name: person.nombre, isMinor: person.menor })}
        >
          {t('door.handed.offer')}
        </Button>
      )}
      {person.puerta && <Annul door={door} person={person} attempt={attempt} />}
    </li>
  );
}

function Arrival({ door, person, attempt }: Props) {
  const t = useT('door');
  const name = person.nombre;
  return person.llego ? (
    <Button
      type="button"
      size="small"
      icon="undo"
      aria-label={t('door.undo.of', { name })}
      onClick={() => void attempt(() => door.undo(person.id), t('door.undone', { name }))}
    >
      {t('door.undo')}
    </Button>
  ) : (
    <Button
      type="button"
      kind="go"
      size="small"
      icon="check"
      aria-label={t('door.arrive.of', { name })}
      onClick={() => void attempt(() => door.checkIn(person.id), t('door.arrived', { name }))}
    >
      {t('door.arrive')}
    </Button>
  );
}

function Annul({ door, person, attempt }: Props) {
  const t = useT('door');
  const name = person.nombre;
  const annul = async () => {
    if (await attempt(() => door.annul(person.id), t('door.annulled', { name }))) focusStatus();
  };
  return (
    <Fold summary={t('door.annul.open')}>
      <p>{t('door.annul.text')}</p>
      <p>
        <Button
          type="button"
          size="small"
          icon="close"
          aria-label={t('door.annul.of', { name })}
          onClick={() => void annul()}
        >
          {t('door.annul')}
        </Button>
      </p>
    </Fold>
  );
}
