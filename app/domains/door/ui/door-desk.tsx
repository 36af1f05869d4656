import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import { recordKinds, type ConflictReason } from '#app/domains/door/types.ts';
import {
  countAnswered,
  isCorrectable,
  isAllReceived,
  refused,
  toReview,
  type DoorRecord,
} from '#app/domains/door/device.rules.ts';
import { downloadPhoto } from '#app/domains/door/ui/door-photo.ts';
import { PhotoForm } from '#app/domains/door/ui/door-photo-form.tsx';
import { IdeaForm, NoteForm, WalkInForm } from '#app/domains/door/ui/door-forms.tsx';
import { DoorPeople, focusStatus, type Attempt } from '#app/domains/door/ui/door-people.tsx';
import type { Door, DoorView, Line } from '#app/domains/door/ui/door-session.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';

export type DoorMeeting = {
  id: string;
  isFair: boolean;
  needs: { code: string; label: string }[];
  commitments: { slug: string; number: number; title: string }[];
};

/** An open desk: who is here, who comes, what the tables say, and how much of it the server has. */
export function DoorDesk({
  door,
  meeting,
  wasmUrl,
  shellKept,
  onLock,
}: {
  door: Door;
  meeting: DoorMeeting;
  wasmUrl: string;
  shellKept: boolean | null;
  onLock: () => void;
}) {
  const t = useT('door');
  const view = useSyncExternalStore(door.subscribe, door.view);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const review = toReview(view.records);

  /** What a person does here is said once it is on the device's disk; if it could not be written, that is said louder. */
  const attempt: Attempt = async (act, words) => {
    try {
      await act();
      setFailed(false);
      setSaid(words);
      return true;
    } catch {
      setFailed(true);
      setSaid('');
      return false;
    }
  };

  return (
    <div className="door l-stack">
      <DoorStatus door={door} view={view} said={said} shellKept={shellKept} onLock={onLock} />
      {failed && (
        <Notice kind="bad" role="alert">
          {t('door.not_kept')}
        </Notice>
      )}
      {(view.line === 'retirado' || view.line === 'sin_permiso') && (
        <Stranded door={door} view={view} />
      )}
      {review.length > 0 && (
        <Fold open summary={t('door.review.heading', { count: review.length })}>
          <Review door={door} view={view} records={review} meeting={meeting} attempt={attempt} />
        </Fold>
      )}
      <div className="l-stack">
        {!meeting.isFair && (
          <Fold summary={t('door.walk_in.heading')}>
            <WalkInForm door={door} needs={meeting.needs} attempt={attempt} />
          </Fold>
        )}
        <Fold summary={t('door.idea.heading')}>
          <IdeaForm
            door={door}
            people={view.people}
            commitments={meeting.commitments}
            attempt={attempt}
          />
        </Fold>
        <Fold summary={t('door.photo.heading')}>
          <PhotoForm door={door} attempt={attempt} />
        </Fold>
        <Fold summary={t('door.note.heading')}>
          <NoteForm door={door} attempt={attempt} />
        </Fold>
      </div>
      {!meeting.isFair && (
        <DoorPeople door={door} view={view} meeting={meeting} wasmUrl={wasmUrl} attempt={attempt} />
      )}
      <Fold summary={t('door.end.heading')}>
        <End door={door} view={view} />
      </Fold>
    </div>
  );
}

const lineBadges: Record<Line, BadgeKind> = {
  al_dia: 'done',
  enviando: 'now',
  sin_conexion: 'dash',
  fallando: 'late',
  sin_sesion: 'late',
  sin_permiso: 'late',
  retirado: 'late',
};

/** The line, the counts and what was done last, always in sight. */
function DoorStatus({
  door,
  view,
  said,
  shellKept,
  onLock,
}: {
  door: Door;
  view: DoorView;
  said: string;
  shellKept: boolean | null;
  onLock: () => void;
}) {
  const t = useT('door');
  const format = useFormat();
  const pending = view.records.filter((record) => record.state === 'pendiente').length;
  const here = [...view.people.values()].filter((person) => person.llego).length;
  const top = useRef<HTMLElement>(null);
  // The field of the PIN is gone: who reads by ear or keyboard goes on where the desk begins.
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <section
        className="door__status"
        id="puerta-estado"
        aria-label={t('door.status')}
        ref={top}
        tabIndex={-1}
      >
        <Badge kind={lineBadges[view.line]}>{t(`door.line.${view.line}.short`)}</Badge>
        <span data-count="pendientes" data-n={pending}>
          {t('door.pending', { count: pending })}
        </span>
        <span data-count="confirmados" data-n={view.records.length - pending}>
          {t('door.confirmed', { count: view.records.length - pending })}
        </span>
        <span data-count="presentes" data-n={here}>
          {t('door.here', { count: here })}
        </span>
        <p className="door__said" role="status">
          {said}
        </p>
      </section>
      {(view.line === 'sin_sesion' || view.line === 'sin_permiso' || view.line === 'retirado') && (
        <Notice kind="bad">
          {t(`door.line.${view.line}`)}{' '}
          {view.line === 'sin_sesion' && (
            <a
              href={`/entrar?volver=${encodeURIComponent(`/facilitacion/talleres/${door.meetingId}`)}`}
            >
              {t('door.sign_in')}
            </a>
          )}
        </Notice>
      )}
      {view.isClosed && <Notice>{t('door.closed')}</Notice>}
      {shellKept === false && <Notice kind="sun">{t('door.shell.missing')}</Notice>}
      <div className="l-row">
        <Button type="button" size="small" onClick={() => void door.refresh()}>
          {t('door.send_now')}
        </Button>
        <Button type="button" size="small" icon="lock" onClick={onLock}>
          {t('door.lock')}
        </Button>
        <span className="u-small u-mute">
          {view.syncedAt
            ? t('door.synced', { at: format.date(view.syncedAt, 'moment') })
            : t('door.not_synced')}{' '}
          {shellKept && t('door.shell.kept')}
        </span>
      </div>
    </>
  );
}

const conflicts: ConflictReason[] = [
  'over_capacity',
  'same_person',
  'was_cancelled',
  'owner_unknown',
];

/** What a record says, in the words that were written down: enough to write it again elsewhere. */
function aboutOf(record: DoorRecord, view: DoorView): string {
  const { nombre, telefono, correo, titulo, descripcion, mesa, texto, inscripcion } =
    record.payload as Record<string, string | undefined>;
  const walkIn = view.records.find((other) => other.id === inscripcion)?.payload['nombre'];
  const person =
    view.people.get(inscripcion ?? '')?.nombre ?? (typeof walkIn === 'string' ? walkIn : undefined);
  return [nombre, telefono, correo, titulo, descripcion, mesa, texto, person]
    .filter(Boolean)
    .join(' · ');
}

/** What can no longer be sent from this device: a person takes it over by hand. */
function Stranded({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const left = view.records.filter((record) => record.state === 'pendiente');
  if (left.length === 0) return null;
  return (
    <Fold open summary={t('door.stranded', { count: left.length })}>
      <ul className="door__list" role="list">
        {left.map((record) => (
          <li key={record.id} className="door__row">
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

/** The picture of a photo that cannot be sent from here, into the device's downloads. */
function TakePhoto({ door, id }: { door: Door; id: string }) {
  const t = useT('door');
  const take = async () => {
    const bytes = await door.readPhoto(id);
    if (bytes) downloadPhoto(bytes);
  };
  return (
    <Button type="button" size="small" icon="download" onClick={() => void take()}>
      {t('door.photo.take')}
    </Button>
  );
}

/** The reasons of a conflict or a refusal, in words. */
function useReasons(): (record: DoorRecord) => string {
  const t = useT('door');
  const say = useT('errors');
  return (record) =>
    record.reasons
      .map((code) =>
        conflicts.includes(code as ConflictReason)
          ? t(`door.conflict.${code as ConflictReason}`)
          : sayFieldMessage(say, code),
      )
      .join(' ');
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
function Review({
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
    <ul className="door__list" role="list">
      {records.map((record) => (
        <li key={record.id} className="door__row" data-review={record.state}>
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
function Refusals({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const reasons = useReasons();
  const records = refused(view.records);
  if (records.length === 0) return null;
  return (
    <Fold summary={t('door.refusals', { count: records.length })}>
      <ul className="door__list" role="list">
        {records.map((record) => (
          <li
            key={record.id}
            className="door__row"
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

/** Clearing the device: only when both sides count the same. */
function End({ door, view }: { door: Door; view: DoorView }) {
  const t = useT('door');
  const [failed, setFailed] = useState(false);
  const own = countAnswered(view.records);
  const ready = isAllReceived(view.records, view.server);
  const clear = async () => {
    const done = await door.clear().catch(() => false);
    if (done) window.location.assign('/facilitacion');
    else setFailed(true);
  };
  return (
    <div className="l-stack">
      <p>{t('door.end.text')}</p>
      <Facts
        items={recordKinds.map((kind) => ({
          key: kind,
          term: t(`door.kind.${kind}`),
          value: t('door.end.counts', { own: own[kind], server: view.server?.[kind] ?? '—' }),
        }))}
      />
      <Refusals door={door} view={view} />
      {view.meeting && (
        <p>
          {t('door.end.meeting', {
            people: view.meeting.inscritas,
            here: view.meeting.llegaron,
            ideas: view.meeting.ideas,
          })}
        </p>
      )}
      {ready ? (
        <Notice kind="done">{t('door.end.may')}</Notice>
      ) : (
        <Notice kind="sun">{t('door.end.may_not')}</Notice>
      )}
      {failed && (
        <Notice kind="bad" role="alert">
          {t('door.end.failed')}
        </Notice>
      )}
      {ready && (
        <p>
          <Button type="button" icon="close" onClick={() => void clear()}>
            {t('door.end.clear')}
          </Button>
        </p>
      )}
    </div>
  );
}
