import { useT } from '#app/platform/i18n/use-t.ts';
import type { RosterPerson } from '#app/domains/door/types.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';

type Needs = { code: string; label: string }[];

/** The list as the server draws it: works without script, with one post a person. */
export function DoorRoster({ people, needs }: { people: RosterPerson[]; needs: Needs }) {
  const t = useT('door');
  return (
    <section className="l-stack" aria-labelledby="lista">
      <h2 id="lista">{t('door.roster.heading')}</h2>
      {people.length === 0 && <Notice>{t('door.roster.none')}</Notice>}
      <ul className="ruled" role="list">
        {people.map((person) => (
          <li key={person.id} className="ruled__row">
            <Person person={person} needs={needs} />
            <Arrival person={person} />
            {person.channel === 'puerta' && <Annul person={person} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person, needs }: { person: RosterPerson; needs: Needs }) {
  const t = useT('door');
  const label = (code: string) => needs.find((option) => option.code === code)?.label ?? code;
  return (
    <div>
      <strong>{person.name}</strong>
      <p className="u-small">{[person.phone, person.email].filter(Boolean).join(' · ')}</p>
      <p className="l-row">
        {person.checkedInAt && <Badge kind="done">{t('door.person.here')}</Badge>}
        {person.state === 'en_espera' && <Badge kind="now">{t('door.person.waiting')}</Badge>}
        {person.overCapacity && <Badge kind="full">{t('door.person.over')}</Badge>}
        {person.isMinor && <Badge kind="dash">{t('door.person.minor')}</Badge>}
      </p>
      {person.needs.length > 0 && (
        <p className="u-small">
          {t('door.person.needs', {
            needs: person.needs
              .map((need) => [label(need.need), need.note].filter(Boolean).join(': '))
              .join(', '),
          })}
        </p>
      )}
    </div>
  );
}

function Arrival({ person }: { person: RosterPerson }) {
  const t = useT('door');
  return (
    <form method="post">
      <input type="hidden" name="inscripcion" value={person.id} />
      {person.checkedInAt ? (
        <Button
          name="accion"
          value="deshacer"
          size="small"
          icon="undo"
          aria-label={t('door.undo.of', { name: person.name })}
        >
          {t('door.undo')}
        </Button>
      ) : (
        <Button
          name="accion"
          value="llegada"
          kind="go"
          size="small"
          icon="check"
          aria-label={t('door.arrive.of', { name: person.name })}
        >
          {t('door.arrive')}
        </Button>
      )}
    </form>
  );
}

function Annul({ person }: { person: RosterPerson }) {
  const t = useT('door');
  return (
    <Fold summary={t('door.annul.open')}>
      <form method="post" className="l-stack l-stack--tight">
        <input type="hidden" name="inscripcion" value={person.id} />
        <p>{t('door.annul.text')}</p>
        <p>
          <Button
            name="accion"
            value="anular"
            size="small"
            icon="close"
            aria-label={t('door.annul.of', { name: person.name })}
          >
            {t('door.annul')}
          </Button>
        </p>
      </form>
    </Fold>
  );
}
