import { useT } from '#app/platform/i18n/use-t.ts';
import { isCorrectable, refused, type DoorRecord } from '#app/domains/door/device.rules.ts';
import type { DoorMeeting } from '#app/domains/door/types.ts';
import { focusStatus, type Attempt } from '#app/domains/door/ui/door-attempt.ts';
import { IdeaForm } from '#app/domains/door/ui/door-idea-form.tsx';
import { NoteForm } from '#app/domains/door/ui/door-note-form.tsx';
import { PhotoForm } from '#app/domains/door/ui/door-photo-form.tsx';
import { aboutOf, TakePhoto, useReasons } from '#app/domains/door/ui/door-record.tsx';
import type { Door } from '#app/domains/door/ui/door-session.ts';
import type { DoorView } from '#app/domains/door/ui/door-view.ts';
import { WalkInForm } from '#app/domains/door/ui/door-walk-in-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';

/** What can no longer be sent from this device: a person takes it over by hand. */
export function Stranded({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const left = view.records.filter((record) => record.state === 'pendiente');
  if (left.length === 0) return null;
  return (
    <Fold open summary={t('door.stranded', { count: left.length })}>
      <ul className="ruled" role="list">
        {left.map((record) => (
          <li key={record.id} className="ruled__row">
            <p>
              <strong>{t(`door.kind.${record.kind}`)}</strong> {aboutOf(record, view)}
            </p>
            {record.kind === 'foto' && <TakePhoto door={door} id={record.id} />}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** The form that puts a refused record right. */
function Correction({
  door,
  view,
  record,
  meeting,
  attempt,
}: {
  door: Door;
  view: DoorView;
  record: DoorRecord;
  meeting: DoorMeeting;
  attempt: Attempt;
}) {
  const settle: Attempt = async (act, words) => {
    const done = await attempt(act, words);
    if (done) focusStatus();
    return done;
  };
  if (record.kind === 'inscripcion')
    return <WalkInForm door={door} record={record} needs={meeting.needs} attempt={settle} />;
  if (record.kind === 'idea')
    return (
      <IdeaForm
        door={door}
        record={record}
        people={view.people}
        commitments={meeting.commitments}
        attempt={settle}
      />
    );
  return record.kind === 'foto' ? (
    <PhotoForm door={door} record={record} attempt={settle} />
  ) : (
    <NoteForm door={door} record={record} attempt={settle} />
  );
}

/** Conflicts and refusals, for a person to look at or put right: nothing is dropped. */
export function Review({
  door,
  view,
  records,
  meeting,
  attempt,
}: {
  door: Door;
  view: DoorView;
  records: DoorRecord[];
  meeting: DoorMeeting;
  attempt: Attempt;
}) {
  const t = useT('door');
  const reasons = useReasons();
  const see = async (id: string) => {
    await door.markSeen(id);
    focusStatus();
  };
  return (
    <ul className="ruled" role="list">
      {records.map((record) => (
        <li key={record.id} className="ruled__row" data-review={record.state}>
          <div>
            <strong>
              {t(`door.kind.${record.kind}`)}: {aboutOf(record, view)}
            </strong>
            <p>
              {record.state === 'rechazado' ? t('door.refused') : t('door.kept_with')}{' '}
              {reasons(record)}
            </p>
            {record.others.length > 0 && (
              <p>
                {t('door.maybe', {
                  names: record.others.map((id) => view.people.get(id)?.nombre ?? '—').join(', '),
                })}
              </p>
            )}
          </div>
          <Button type="button" size="small" icon="check" onClick={() => void see(record.id)}>
            {t('door.seen')}
          </Button>
          {isCorrectable(record) && (
            <Fold summary={t('door.correct.open')}>
              <Correction
                door={door}
                view={view}
                record={record}
                meeting={meeting}
                attempt={attempt}
              />
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the server refused and somebody has dealt with, with its successor if it was put right. */
export function Refusals({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const reasons = useReasons();
  const records = refused(view.records);
  if (records.length === 0) return null;
  return (
    <Fold summary={t('door.refusals', { count: records.length })}>
      <ul className="ruled" role="list">
        {records.map((record) => (
          <li
            key={record.id}
            className="ruled__row"
            data-refused={record.replacedBy ? 'corregido' : 'visto'}
          >
            <div>
              <strong>
                {t(`door.kind.${record.kind}`)}: {aboutOf(record, view)}
              </strong>
              <p className="u-small">
                {reasons(record)}{' '}
                {record.replacedBy ? t('door.refusals.replaced') : t('door.refusals.seen')}
              </p>
            </div>
            {record.kind === 'foto' && !record.replacedBy && (
              <TakePhoto door={door} id={record.id} />
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
